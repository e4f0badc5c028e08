// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>How often each word, and each word after another, occurs in a set of texts: a bigram model in hashed counters (2 MB).</summary>
/// <remarks>
/// With c(w) occurrences of a word, N of all words and V different words, a word has p1(w) = (c(w) + V/50,000) / (N + V): what new words
/// get grows with how many different ones there are (Witten and Bell, 1991), spread evenly over an assumed 50,000, so that p1 sums to 1.
/// After a word v it has p2(w|v) = (c(v,w) + 3 p1(w)) / (c(v) + 3), a Dirichlet prior of weight 3. The start of a text counts as a word
/// before the first. What p2 leaves below 1 is the chance that the text ends. Words that share a counter are taken for one.
/// </remarks>
internal sealed class BigramCounts
{
    private const int Bits = 18;
    private const double AssumedWords = 50_000;
    private const double PriorWeight = 3;

    private readonly int[] _single = new int[1 << Bits];
    private readonly int[] _pairs = new int[1 << Bits];
    private long _words;
    private int _different;
    private int _texts;

    /// <summary>Counts a text in, or (<paramref name="times"/> = -1) takes out one that was counted in.</summary>
    public void Add(ReadOnlySpan<uint> words, int times = 1)
    {
        uint before = 0;
        foreach (uint word in words)
        {
            ref int count = ref _single[Slot(word)];
            _different -= count > 0 ? 1 : 0;
            count += times;
            _different += count > 0 ? 1 : 0;
            _pairs[Slot(before, word)] += times;
            before = word;
        }

        _words += times * words.Length;
        _texts += times;
    }

    /// <summary>The mean over words of -log2 p2, in bits a word: how new the text's words and their order are. 0 without words.</summary>
    public double Novelty(ReadOnlySpan<uint> words)
    {
        double bits = 0;
        double unseen = _different / AssumedWords;
        double all = _words + Math.Max(1, _different);
        int context = _texts;
        uint before = 0;
        foreach (uint word in words)
        {
            int count = _single[Slot(word)];
            double single = (count + unseen) / all;
            bits -= Math.Log2((_pairs[Slot(before, word)] + (PriorWeight * single)) / (context + PriorWeight));
            (before, context) = (word, count);
        }

        return bits / Math.Max(1, words.Length);
    }

    private static int Slot(uint word) => (int)(word >> (32 - Bits));

    private static int Slot(uint before, uint word) => (int)(BitMix.Of(((ulong)before << 32) | word) >> (64 - Bits));
}
