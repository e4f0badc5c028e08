// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>How surprising the order of words is: a bigram model over hashed counters, 2 MB whatever it learns.</summary>
/// <remarks>
/// Words unseen share the probability V/(N+V) (Witten and Bell, 1991) among 50,000; a word after another is smoothed with three
/// imagined sightings of the word alone (MacKay and Peto, 1995). Not thread-safe while it learns.
/// </remarks>
internal sealed class BigramModel
{
    private const int Size = 1 << HashedWords.Bits;
    private const double Vocabulary = 50_000;
    private const double Imagined = 3;

    private readonly int[] _words = new int[Size];
    private readonly int[] _pairs = new int[Size];
    private readonly int[] _before = new int[Size];
    private long _count;
    private int _distinct;

    /// <summary>Learns a text.</summary>
    public void Add(ReadOnlySpan<int> words) => Count(words, 1);

    /// <summary>Forgets a text that was learned.</summary>
    public void Remove(ReadOnlySpan<int> words) => Count(words, -1);

    /// <summary>The mean of -log2 of the probability of each word after the one before it; 0 without words.</summary>
    public double BitsPerWord(ReadOnlySpan<int> words)
    {
        double bits = 0;
        int before = 0;
        foreach (int word in words)
        {
            double after = (_pairs[PairOf(before, word)] + (Imagined * Alone(word))) / (_before[before] + Imagined);
            bits -= Math.Log2(Math.Max(after, 1e-12));
            before = word;
        }

        return words.IsEmpty ? 0 : bits / words.Length;
    }

    /// <summary>The mean of -log2 of the probability of each word, whatever stands before it; 0 without words.</summary>
    public double BitsPerWordAlone(ReadOnlySpan<int> words)
    {
        double bits = 0;
        foreach (int word in words)
        {
            bits -= Math.Log2(Math.Max(Alone(word), 1e-12));
        }

        return words.IsEmpty ? 0 : bits / words.Length;
    }

    private double Alone(int word) => (_words[word] + (_distinct / Vocabulary)) / Math.Max(1, _count + _distinct);

    private void Count(ReadOnlySpan<int> words, int sign)
    {
        int before = 0;
        foreach (int word in words)
        {
            _distinct += sign > 0 && _words[word] == 0 ? 1 : 0;
            _words[word] += sign;
            _distinct -= sign < 0 && _words[word] == 0 ? 1 : 0;
            _pairs[PairOf(before, word)] += sign;
            _before[before] += sign;
            before = word;
        }

        _count += sign * words.Length;
    }

    // The beginning of a text counts as word 0.
    private static int PairOf(int before, int word) => (int)(BitMix.Of(((ulong)(uint)before << 32) | (uint)word) >> (64 - HashedWords.Bits));
}
