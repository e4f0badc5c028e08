// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Apis;

/// <summary>Resolves the escapes of a JSON string whose syntax <see cref="JsonScanner"/> has checked.</summary>
/// <remarks>The result is never longer than what is read. Oracle: JsonDocument. Benchmark: RequestReaderBenchmarks, code.</remarks>
internal static class JsonUnescaper
{
    // A block, the longest escape that begins in it, and the copy that begins behind that.
    private const int Reach = (2 * Block) + (2 * JsonEscapes.UnicodeLength);
    private const int Block = 64;

    /// <summary>Copies <paramref name="escaped"/> with its escapes resolved.</summary>
    /// <param name="escaped">The string, without its quotation marks.</param>
    /// <param name="destination">Room for as many bytes.</param>
    /// <returns>Bytes written, or -1 when an escape is half a surrogate pair.</returns>
    /// <remarks>
    /// Copies 64 bytes at a time, more than are wanted: from behind each escape on, over what was too much. What is written is never ahead of
    /// what was read, so there is room for it.
    /// </remarks>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        int read = 0;
        int written = 0;
        while (escaped.Length - read >= Reach)
        {
            ulong slashes = CopyBlock(escaped[read..], destination[written..]);
            int from = 0;
            while (slashes != 0)
            {
                int slash = BitOperations.TrailingZeroCount(slashes);
                written += slash - from;
                byte resolved = JsonEscapes.Resolve(escaped[read + slash + 1]);
                if (resolved != 0)
                {
                    destination[written++] = resolved;
                    from = slash + JsonEscapes.ShortLength;
                    slashes &= ~(3UL << slash);
                }
                else
                {
                    int length = DecodeUnicode(escaped[(read + slash)..], out Rune rune);
                    if (length < 0)
                    {
                        return -1;
                    }

                    written += rune.EncodeToUtf8(destination[written..]);
                    from = slash + length;
                    slashes = from < Block ? slashes & (ulong.MaxValue << from) : 0;
                }

                _ = CopyBlock(escaped[(read + from)..], destination[written..]);
            }

            int used = Math.Max(from, Block);
            read += used;
            written += used - from;
        }

        return UnescapeEnd(escaped[read..], destination, written);
    }

    // Copies 64 bytes, and tells by a bit each which are backslashes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong CopyBlock(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var block = Vector512.Create(source);
            block.CopyTo(destination);
            return Vector512.Equals(block, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
        }

        var first = Vector256.Create(source);
        var second = Vector256.Create(source[Vector256<byte>.Count..]);
        first.CopyTo(destination);
        second.CopyTo(destination[Vector256<byte>.Count..]);
        ulong before = Vector256.Equals(first, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
        ulong behind = Vector256.Equals(second, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
        return before | (behind << Vector256<byte>.Count);
    }

    private static int UnescapeEnd(ReadOnlySpan<byte> escaped, Span<byte> destination, int written)
    {
        while (true)
        {
            int plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..plain].CopyTo(destination[written..]);
            written += plain;
            escaped = escaped[plain..];
            byte resolved = JsonEscapes.Resolve(escaped[1]);
            if (resolved != 0)
            {
                destination[written++] = resolved;
                escaped = escaped[JsonEscapes.ShortLength..];
                continue;
            }

            int used = DecodeUnicode(escaped, out Rune rune);
            if (used < 0)
            {
                return -1;
            }

            written += rune.EncodeToUtf8(destination[written..]);
            escaped = escaped[used..];
        }
    }

    private static int DecodeUnicode(ReadOnlySpan<byte> escaped, out Rune rune)
    {
        char first = (char)JsonEscapes.Unit(escaped[2..]);
        if (Rune.TryCreate(first, out rune))
        {
            return JsonEscapes.UnicodeLength;
        }

        ReadOnlySpan<byte> rest = escaped[JsonEscapes.UnicodeLength..];
        return rest.StartsWith("\\u"u8) && Rune.TryCreate(first, (char)JsonEscapes.Unit(rest[2..]), out rune)
            ? 2 * JsonEscapes.UnicodeLength
            : -1;
    }
}
