// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>Finds the ends of JSON strings and checks what stands in them, 64 bytes at a time.</summary>
/// <remarks>
/// All quotation marks, backslashes and control characters of a block are told at once, so that escapes that stand close together, as in
/// code, cost one search and not one each. Oracle: Utf8JsonReader. Benchmark: RequestReaderBenchmarks.
/// </remarks>
internal static class JsonStrings
{
    private const int Block = 64;

    /// <summary>Finds the quotation mark that ends a string.</summary>
    /// <param name="text">The text that holds it, valid UTF-8.</param>
    /// <param name="start">The place behind the string's first quotation mark.</param>
    /// <param name="end">The place of its last one, or of what is wrong.</param>
    /// <param name="isEscaped">Whether there are escapes in it.</param>
    /// <returns>What is wrong, if anything.</returns>
    public static NotEvaluatedReason FindEnd(ReadOnlySpan<byte> text, int start, out int end, out bool isEscaped)
    {
        isEscaped = false;
        int block = start;
        while (true)
        {
            ulong stops = NextStops(text, ref block);
            if (stops == 0)
            {
                end = block;
                return NotEvaluatedReason.Truncated;
            }

            int next = 0;
            do
            {
                int stop = block + BitOperations.TrailingZeroCount(stops);
                if (text[stop] != (byte)'\\')
                {
                    end = stop;
                    return text[stop] == (byte)'"' ? NotEvaluatedReason.None : NotEvaluatedReason.InvalidJson;
                }

                isEscaped = true;
                int length = MeasureEscape(text, stop);
                if (length <= 0)
                {
                    end = length == 0 ? stop : text.Length;
                    return length == 0 ? NotEvaluatedReason.InvalidJson : NotEvaluatedReason.Truncated;
                }

                next = stop - block + length;
                stops = next < Block ? stops & (ulong.MaxValue << next) : 0;
            }
            while (stops != 0);
            block = Math.Min(block + Math.Max(next, Block), text.Length);
        }
    }

    // 0 when it is none, -1 when the text ends within it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MeasureEscape(ReadOnlySpan<byte> text, int start) =>
        (uint)(start + 1) < (uint)text.Length && JsonEscapes.Resolve(text[start + 1]) != 0
            ? JsonEscapes.ShortLength
            : MeasureUnicodeEscape(text[start..]);

    private static int MeasureUnicodeEscape(ReadOnlySpan<byte> escape)
    {
        for (int i = 1; i < JsonEscapes.UnicodeLength; i++)
        {
            if (i == escape.Length)
            {
                return -1;
            }

            if (i == 1 ? escape[i] != (byte)'u' : !char.IsAsciiHexDigit((char)escape[i]))
            {
                return 0;
            }
        }

        return JsonEscapes.UnicodeLength;
    }

    // Moves on to the next block that has stops, and tells them by a bit each; 0 at the end of the text.
    private static ulong NextStops(ReadOnlySpan<byte> text, ref int at)
    {
        int block = at;
        for (; text.Length - block >= Block; block += Block)
        {
            ulong stops = Stops(text.Slice(block, Block));
            if (stops != 0)
            {
                at = block;
                return stops;
            }
        }

        at = block;
        return StopsOfEnd(text, ref at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // its buffer would be cleared at every call of the other
    private static ulong StopsOfEnd(ReadOnlySpan<byte> text, ref int at)
    {
        Span<byte> block = stackalloc byte[Block];
        ReadOnlySpan<byte> rest = text[at..];
        rest.CopyTo(block);
        block[rest.Length..].Fill((byte)' ');
        ulong stops = Stops(block);
        at = stops == 0 ? text.Length : at;
        return stops;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Stops(ReadOnlySpan<byte> block)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.Create(block);
            return (Vector512.Equals(all, Vector512.Create((byte)'"'))
                | Vector512.Equals(all, Vector512.Create((byte)'\\'))
                | Vector512.LessThan(all, Vector512.Create((byte)' '))).ExtractMostSignificantBits();
        }

        Vector256<byte> first = Stops(Vector256.Create(block));
        Vector256<byte> second = Stops(Vector256.Create(block[Vector256<byte>.Count..]));
        return (first | second) == Vector256<byte>.Zero
            ? 0
            : first.ExtractMostSignificantBits() | ((ulong)second.ExtractMostSignificantBits() << Vector256<byte>.Count);
    }

    private static Vector256<byte> Stops(Vector256<byte> block) =>
        Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(block, Vector256.Create((byte)' '));
}
