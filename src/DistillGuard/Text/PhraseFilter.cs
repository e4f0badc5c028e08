// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Tells where a text may hold a phrase, by looking at a few bytes at a time and only every <see cref="Stride"/> bytes.</summary>
/// <remarks>
/// With a shortest phrase of m bytes and looks of w bytes the looks are m - w + 1 bytes apart: every occurrence of a phrase then has exactly one
/// look among any m - w + 1 neighbouring windows of the phrase, so only those windows are remembered. Each phrase remembers the neighbourhood
/// with the rarest letters. Windows stand in two bit tables under two hashes, sparse enough (at most one bit in
/// thirty-two) that hardly a look passes by accident. Wrong alarms cost time, never a result.
/// </remarks>
internal sealed class PhraseFilter
{
    /// <summary>Bytes looked at together in phrases that are long enough.</summary>
    public const int Wide = sizeof(ulong);

    /// <summary>Bytes looked at together in shorter phrases, and the least length of a phrase.</summary>
    public const int Narrow = sizeof(uint);

    private const ulong Multiplier = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: spreads low differences to the high bits
    private const ulong OtherMultiplier = 0xC2B2AE3D27D4EB4F;
    private const int BitsPerWindow = 64;
    private const int LongestStride = 16;
    private const int InEveryText = 1_000;

    private readonly uint[] _first;
    private readonly uint[] _second;
    private readonly int _shift;

    private PhraseFilter(IReadOnlyList<byte[]> phrases, int least, int most, int shortest)
    {
        Width = least >= Wide ? Wide : Narrow;
        Stride = Math.Min(shortest - Width + 1, LongestStride);
        var firsts = new int[phrases.Count];
        int chosen = 0;
        for (int i = 0; i < firsts.Length; i++)
        {
            bool isMine = phrases[i].Length >= least && phrases[i].Length <= most;
            firsts[i] = isMine ? RarestStart(phrases[i]) : -1;
            chosen += isMine ? 1 : 0;
            Before = Math.Max(Before, firsts[i] + Stride - 1);
        }

        int bits = Math.Clamp(BitOperations.Log2((uint)(chosen * Stride * BitsPerWindow)) + 1, 10, 24);
        _shift = 64 - bits;
        _first = new uint[1 << (bits - 5)];
        _second = new uint[1 << (bits - 5)];
        for (int i = 0; i < firsts.Length; i++)
        {
            Add(phrases[i], firsts[i]);
        }

        Windows = PhraseWindows.Create(phrases, firsts, Stride, Width);
    }

    /// <summary>Bytes looked at together.</summary>
    public int Width { get; }

    /// <summary>Bytes from one look to the next.</summary>
    public int Stride { get; }

    /// <summary>Most bytes by which a phrase starts before the window that gave it away.</summary>
    public int Before { get; }

    /// <summary>The phrases behind each remembered window.</summary>
    public PhraseWindows Windows { get; }

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => ((_first.Length + _second.Length) * sizeof(uint)) + Windows.TableBytes;

    /// <summary>Prepares the filter for those of the phrases whose length lies in a range; null when there are none.</summary>
    /// <param name="phrases">Phrases by id.</param>
    /// <param name="least">Least length, at least <see cref="Narrow"/>.</param>
    /// <param name="most">Greatest length.</param>
    public static PhraseFilter? TryCreate(IReadOnlyList<byte[]> phrases, int least, int most)
    {
        int shortest = int.MaxValue;
        foreach (byte[] phrase in phrases)
        {
            shortest = phrase.Length >= least && phrase.Length <= most ? Math.Min(shortest, phrase.Length) : shortest;
        }

        return shortest == int.MaxValue ? null : new PhraseFilter(phrases, least, most, shortest);
    }

    /// <summary>The window at the beginning of some bytes.</summary>
    public static ulong Load(ReadOnlySpan<byte> bytes, int width) =>
        width == Narrow ? MemoryMarshal.Read<uint>(bytes) : MemoryMarshal.Read<ulong>(bytes);

    /// <summary>The window at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Load(ref byte at) => Width == Narrow ? Unsafe.ReadUnaligned<uint>(ref at) : Unsafe.ReadUnaligned<ulong>(ref at);

    /// <summary>Whether a phrase may lie around these bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the filter is most of the work on ordinary text
    public bool MayHold(ulong window) =>
        IsSet(_first, (uint)((window * Multiplier) >> _shift))
        && IsSet(_second, (uint)((window * OtherMultiplier) >> _shift));

    /// <summary>Moves over looks that cannot hold a phrase, to the first that may by its first bit, or behind the last look.</summary>
    /// <param name="start">The text.</param>
    /// <param name="at">Where the next look is.</param>
    /// <param name="last">Where the last look may be.</param>
    public int Skip(ref byte start, int at, int last) => Width == Narrow ? Skip<uint>(ref start, at, last) : Skip<ulong>(ref start, at, last);

    // Four looks at a time: their loads run side by side, and one branch is enough. Which of the four it was takes none.
    private int Skip<TWindow>(ref byte start, int at, int last)
        where TWindow : unmanaged, IUnsignedNumber<TWindow>
    {
        ref uint table = ref MemoryMarshal.GetArrayDataReference(_first);
        int stride = Stride;
        int shift = _shift;
        for (; at + (3 * stride) <= last; at += 4 * stride)
        {
            uint first = Bit(ref table, LoadAs<TWindow>(ref start, at), shift);
            uint second = Bit(ref table, LoadAs<TWindow>(ref start, at + stride), shift);
            uint third = Bit(ref table, LoadAs<TWindow>(ref start, at + (2 * stride)), shift);
            uint fourth = Bit(ref table, LoadAs<TWindow>(ref start, at + (3 * stride)), shift);
            if (((first | second | third | fourth) & 1) != 0)
            {
                uint which = (first & 1) | ((second & 1) << 1) | ((third & 1) << 2) | (1 << 3);
                return at + (BitOperations.TrailingZeroCount(which) * stride);
            }
        }

        while (at <= last && (Bit(ref table, LoadAs<TWindow>(ref start, at), shift) & 1) == 0)
        {
            at += stride;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LoadAs<TWindow>(ref byte start, int at)
        where TWindow : unmanaged, IUnsignedNumber<TWindow> =>
        ulong.CreateTruncating(Unsafe.ReadUnaligned<TWindow>(ref Unsafe.Add(ref start, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(ref uint table, ulong window, int shift)
    {
        uint bit = (uint)((window * Multiplier) >> shift);
        return Unsafe.Add(ref table, bit >> 5) >> (int)(bit & 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet(uint[] table, uint bit) =>
        (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), bit >> 5) & (1u << (int)(bit & 31))) != 0;

    private void Add(byte[] phrase, int first)
    {
        for (int start = first; first >= 0 && start < first + Stride; start++)
        {
            ulong window = Load(phrase.AsSpan(start), Width);
            Set(_first, (uint)((window * Multiplier) >> _shift));
            Set(_second, (uint)((window * OtherMultiplier) >> _shift));
        }
    }

    private static void Set(uint[] table, uint bit) => table[bit >> 5] |= 1u << (int)(bit & 31);

    /// <summary>The start of the neighbouring windows whose bytes are rarest in prose.</summary>
    private int RarestStart(byte[] phrase)
    {
        int best = 0;
        int least = int.MaxValue;
        int[] windows = [.. Enumerable.Range(0, phrase.Length - Width + 1).Select(start => CommonEnglish.IsMadeOf(phrase.AsSpan(start, Width)) ? InEveryText : 0)];
        for (int start = 0; start + Stride + Width - 1 <= phrase.Length; start++)
        {
            int commonness = 0;
            foreach (byte value in phrase.AsSpan(start, Stride + Width - 1))
            {
                commonness += Commonness(value);
            }

            foreach (int window in windows.AsSpan(start, Stride))
            {
                commonness += window;
            }

            if (commonness < least)
            {
                least = commonness;
                best = start;
            }
        }

        return best;
    }

    // Letters, and windows of common words, by frequency in English prose. Only speed depends on it: a bad guess names more places to look at.
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
