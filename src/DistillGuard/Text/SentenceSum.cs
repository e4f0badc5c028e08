// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Text;

/// <summary>What the words of a sentence add up to: a small value, so that it can stay in registers while words are read.</summary>
internal struct SentenceSum
{
    /// <summary>The bit of a hash that tells a pair of neighbouring characters from a word.</summary>
    public const ulong PairBit = 1;

    /// <summary>Sum of the hashes of content words and pairs.</summary>
    public ulong Hash;

    /// <summary>Number of content words and pairs.</summary>
    public int Contents;

    /// <summary>Words, counted twice; a character that stands alone counts once.</summary>
    public int HalfWords;

    /// <summary>Adds a content word or pair.</summary>
    /// <param name="item">Its hash.</param>
    /// <param name="items">Where hashes are kept; of a sentence too long to count, some are lost.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a word: PieceReaderBenchmarks
    public void Add(ulong item, Span<ulong> items)
    {
        items[Contents++ & (SentencePieces.Room - 1)] = item;
        Hash += item;
    }
}
