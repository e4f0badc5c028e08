// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Features;

/// <summary>Measures <see cref="PromptStyle"/>: one pass, 64 bytes at a time. Stateless; allocates nothing.</summary>
internal static class StyleReader
{
    private const byte FirstLeadOfTwo = 0xC0;
    private const byte LeadsOfTwo = 0x20;

    public static PromptStyle Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        StyleCounts counts = Count(text);
        return new PromptStyle
        {
            Length = Log(text.Length - counts.Doubles),
            Lines = Log(counts.LineEnds + 1),
            Digits = Share(counts.Digits, text.Length),
            Marks = Share(text.Length - counts.Letters - counts.Digits - counts.Spaces, text.Length),
            Capitals = Share(counts.Capitals, text.Length),
            WordLength = (byte)Math.Min(255, 16 * (text.Length / Math.Max(1, counts.Words))),
            Edges = Edges(text, mayHaveFence: counts.Ticks != 0),
        };
    }

    /// <summary>The length in bytes, a letter of two bytes counted once: as long in Russian or Greek as in English.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        foreach (byte value in text)
        {
            length -= (uint)(value - FirstLeadOfTwo) < LeadsOfTwo ? 1 : 0;
        }

        return length;
    }

    private static StyleCounts Count(ReadOnlySpan<byte> text)
    {
        var counts = default(StyleCounts);
        ulong inWord = 0;
        int at = 0;
        for (; text.Length - at >= Vector512<byte>.Count; at += Vector512<byte>.Count)
        {
            Add(Vector512.Create(text[at..]), ulong.MaxValue, ref inWord, ref counts);
        }

        ReadOnlySpan<byte> rest = text[at..];
        if (!rest.IsEmpty)
        {
            Span<byte> last = stackalloc byte[Vector512<byte>.Count];
            last.Clear();
            rest.CopyTo(last);
            Add(Vector512.Create<byte>(last), (1UL << rest.Length) - 1, ref inWord, ref counts);
        }

        return counts;
    }

    // A byte of a longer character counts as a letter, whatever the script.
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the counts stay in registers
    private static void Add(Vector512<byte> block, ulong within, ref ulong inWord, ref StyleCounts counts)
    {
        ulong letters = block.ExtractMostSignificantBits() | InRange(block | Vector512.Create((byte)0x20), (byte)'a', 26);
        counts.Letters += BitOperations.PopCount(letters);
        counts.Words += BitOperations.PopCount(letters & ~((letters << 1) | inWord));
        counts.Capitals += BitOperations.PopCount(InRange(block, (byte)'A', 26));
        counts.Digits += BitOperations.PopCount(InRange(block, (byte)'0', 10));
        counts.Spaces += BitOperations.PopCount(InRange(block, 0, ' ' + 1) & within);
        counts.Doubles += BitOperations.PopCount(InRange(block, FirstLeadOfTwo, LeadsOfTwo));
        counts.LineEnds += BitOperations.PopCount(Vector512.Equals(block, Vector512.Create((byte)'\n')).ExtractMostSignificantBits());
        counts.Ticks |= Vector512.Equals(block, Vector512.Create((byte)'`')).ExtractMostSignificantBits();
        inWord = letters >> 63;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InRange(Vector512<byte> block, byte first, byte count) =>
        Vector512.LessThan(block - Vector512.Create(first), Vector512.Create(count)).ExtractMostSignificantBits();

    private static byte Log(int value) => (byte)Math.Min(255, 16 * Math.Log2(value));

    private static byte Share(int count, int all) => (byte)(255 * Math.Sqrt((double)count / all));

    private static StyleEdges Edges(ReadOnlySpan<byte> text, bool mayHaveFence)
    {
        StyleEdges edges = (uint)(text[0] - 'a') < 26 ? StyleEdges.BeginsLow : StyleEdges.None;
        edges |= text[^1] <= ' ' ? StyleEdges.EndsWithSpace : StyleEdges.None;
        text = text.TrimEnd(" \n\r\t"u8);
        edges |= text.EndsWith("."u8) || text.EndsWith("。"u8) ? StyleEdges.EndsWithStop : StyleEdges.None;
        edges |= text.EndsWith("?"u8) || text.EndsWith("？"u8) ? StyleEdges.EndsWithQuestion : StyleEdges.None;
        edges |= mayHaveFence && text.IndexOf("```"u8) >= 0 ? StyleEdges.HasFence : StyleEdges.None;
        return edges;
    }

    private struct StyleCounts
    {
        public int Doubles; // letters of two bytes
        public int Letters;
        public int Words;
        public int Capitals;
        public int Digits;
        public int Spaces;
        public int LineEnds;
        public ulong Ticks; // not 0 when there is a back-tick
    }
}
