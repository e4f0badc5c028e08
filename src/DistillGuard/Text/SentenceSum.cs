// SPDX-License-Identifier: MIT

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
    public void Add(ulong item)
    {
        Contents++;
        Hash += item;
    }

    /// <summary>Adds words.</summary>
    /// <param name="hash">Sum of the hashes of the content words among them.</param>
    /// <param name="contents">Number of content words.</param>
    /// <param name="words">Number of all words.</param>
    public void Add(ulong hash, int contents, int words)
    {
        Hash += hash;
        Contents += contents;
        HalfWords += 2 * words;
    }
}
