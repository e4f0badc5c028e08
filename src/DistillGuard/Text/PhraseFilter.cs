// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Tells where a text may hold a phrase, by looking at eight bytes at a time and only every <see cref="Stride"/> bytes.</summary>
/// <remarks>
/// With a shortest phrase of m bytes the looks are m - 7 bytes apart: every occurrence of a phrase then has exactly one look among
/// any m - 7 neighbouring windows of the phrase, so only those windows are remembered. Each phrase remembers the neighbourhood
/// with the rarest letters. Windows stand in two bit tables under two hashes, sparse enough (at most one bit in
/// thirty-two) that hardly a look passes by accident. Wrong alarms cost time, never a result.
/// </remarks>
internal sealed class PhraseFilter
{
    /// <summary>Bytes looked at together, and so the least length of a phrase.</summary>
    public const int Width = sizeof(ulong);

    private const ulong Multiplier = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: spreads low differences to the high bits
    private const ulong OtherMultiplier = 0xC2B2AE3D27D4EB4F;
    private const int BitsPerWindow = 64;
    private const int LongestStride = 16;

    private readonly PhraseWindows _windows = new();
    private readonly uint[] _first;
    private readonly uint[] _second;
    private readonly int _shift;

    private PhraseFilter(int stride, int windows)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)windows * BitsPerWindow) + 1, 10, 24);
        Stride = stride;
        _shift = 64 - bits;
        _first = new uint[1 << (bits - 5)];
        _second = new uint[1 << (bits - 5)];
    }

    /// <summary>Bytes from one look to the next.</summary>
    public int Stride { get; }

    /// <summary>Most bytes by which a phrase starts before the window that gave it away.</summary>
    public int Before { get; private set; }

    /// <summary>The phrases behind each remembered window.</summary>
    public PhraseWindows Windows => _windows;

    /// <summary>Bytes of memory the bit tables take.</summary>
    public int TableBytes => (_first.Length + _second.Length) * sizeof(uint);

    /// <summary>Prepares the filter for phrases.</summary>
    /// <exception cref="ArgumentException">A phrase is shorter than <see cref="Width"/>.</exception>
    public static PhraseFilter Create(IReadOnlyList<byte[]> phrases)
    {
        int shortest = int.MaxValue;
        foreach (byte[] phrase in phrases)
        {
            shortest = Math.Min(shortest, phrase.Length);
        }

        if (shortest < Width)
        {
            throw new ArgumentException($"A phrase of {shortest} bytes is shorter than {Width}.", nameof(phrases));
        }

        int stride = Math.Min(shortest - Width + 1, LongestStride);
        var filter = new PhraseFilter(stride, Math.Max(1, phrases.Count * stride));
        for (int i = 0; i < phrases.Count; i++)
        {
            filter.Add(phrases[i], (ushort)i);
        }

        return filter;
    }

    /// <summary>Whether a phrase may lie around these bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the filter is most of the work on ordinary text
    public bool MayHold(ulong window) =>
        IsSet(_first, (uint)((window * Multiplier) >> _shift))
        && IsSet(_second, (uint)((window * OtherMultiplier) >> _shift));

    /// <summary>
    /// Moves over looks that cannot hold a phrase, four at a time: their loads run side by side, and one branch is enough.
    /// </summary>
    /// <param name="start">The text.</param>
    /// <param name="at">Where the next look is.</param>
    /// <param name="last">Where the last look may be.</param>
    /// <returns>Where the next look is that is worth taking, or up to three before it.</returns>
    public int Skip(ref byte start, int at, int last)
    {
        ref uint table = ref MemoryMarshal.GetArrayDataReference(_first);
        int stride = Stride;
        int shift = _shift;
        while (at + (3 * stride) <= last)
        {
            uint found = Bit(ref table, ref Unsafe.Add(ref start, at), shift)
                | Bit(ref table, ref Unsafe.Add(ref start, at + stride), shift)
                | Bit(ref table, ref Unsafe.Add(ref start, at + (2 * stride)), shift)
                | Bit(ref table, ref Unsafe.Add(ref start, at + (3 * stride)), shift);
            if ((found & 1) != 0)
            {
                break;
            }

            at += 4 * stride;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(ref uint table, ref byte window, int shift)
    {
        uint bit = (uint)((Unsafe.ReadUnaligned<ulong>(ref window) * Multiplier) >> shift);
        return Unsafe.Add(ref table, bit >> 5) >> (int)(bit & 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet(uint[] table, uint bit) =>
        (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), bit >> 5) & (1u << (int)(bit & 31))) != 0;

    private void Add(byte[] phrase, ushort id)
    {
        int first = RarestStart(phrase);
        for (int start = first; start < first + Stride; start++)
        {
            ulong window = MemoryMarshal.Read<ulong>(phrase.AsSpan(start, Width));
            _windows.Add(window, id, start);
            Set(_first, (uint)((window * Multiplier) >> _shift));
            Set(_second, (uint)((window * OtherMultiplier) >> _shift));
        }

        Before = Math.Max(Before, first + Stride - 1);
    }

    private static void Set(uint[] table, uint bit) => table[bit >> 5] |= 1u << (int)(bit & 31);

    /// <summary>The start of the neighbouring windows whose bytes are rarest in prose.</summary>
    private int RarestStart(byte[] phrase)
    {
        int best = 0;
        int least = int.MaxValue;
        for (int start = 0; start + Stride + Width - 1 <= phrase.Length; start++)
        {
            int commonness = 0;
            foreach (byte value in phrase.AsSpan(start, Stride + Width - 1))
            {
                commonness += Commonness(value);
            }

            if (commonness < least)
            {
                least = commonness;
                best = start;
            }
        }

        return best;
    }

    // Letters by frequency in English prose. Only speed depends on it: a bad guess names more places to look at.
    private static int Commonness(byte value) => value switch
    {
        (byte)' ' => 15,
        (byte)'e' => 13,
        (byte)'t' or (byte)'a' or (byte)'o' or (byte)'i' or (byte)'n' or (byte)'s' => 9,
        (byte)'h' or (byte)'r' or (byte)'d' or (byte)'l' or (byte)'u' => 6,
        (byte)'c' or (byte)'m' or (byte)'f' or (byte)'w' or (byte)'y' or (byte)'g' or (byte)'p' => 3,
        _ => 1,
    };
}
