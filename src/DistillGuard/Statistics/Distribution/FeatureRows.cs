// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Statistics.Distribution;

/// <summary>The features of many texts, in rows; no text is kept.</summary>
internal sealed class FeatureRows
{
    private readonly HashedNGrams _hash;
    private readonly HashedWords _wordHash;
    private readonly List<int> _words = [];
    private readonly List<int> _wordEnds = [];
    private float[] _style = new float[64 * StyleVector.Length];
    private float[] _buckets = new float[64 * HashedNGrams.Buckets];

    /// <summary>An empty table.</summary>
    /// <param name="key">The key of the hashes; one table, one key.</param>
    public FeatureRows(ulong key)
    {
        _hash = new HashedNGrams(key);
        _wordHash = new HashedWords(key);
    }

    /// <summary>How many texts were read.</summary>
    public int Count { get; private set; }

    /// <summary>Reads one text, in UTF-8, into the next row.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (_style.Length < (Count + 1) * StyleVector.Length)
        {
            Array.Resize(ref _style, 2 * _style.Length);
            Array.Resize(ref _buckets, 2 * _buckets.Length);
        }

        StyleVector.Read(utf8, _style.AsSpan(Count * StyleVector.Length, StyleVector.Length));
        _hash.Read(utf8, _buckets.AsSpan(Count * HashedNGrams.Buckets, HashedNGrams.Buckets));
        _wordHash.Read(utf8, _words);
        _wordEnds.Add(_words.Count);
        Count++;
    }

    /// <summary>The style of a row.</summary>
    public ReadOnlySpan<float> Style(int row) => _style.AsSpan(row * StyleVector.Length, StyleVector.Length);

    /// <summary>The hashed n-grams of a row.</summary>
    public ReadOnlySpan<float> NGrams(int row) => _buckets.AsSpan(row * HashedNGrams.Buckets, HashedNGrams.Buckets);

    /// <summary>The hashed words of a row, in their order.</summary>
    public ReadOnlySpan<int> Words(int row) =>
        CollectionsMarshal.AsSpan(_words)[(row == 0 ? 0 : _wordEnds[row - 1]).._wordEnds[row]];
}
