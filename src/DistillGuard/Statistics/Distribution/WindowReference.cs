// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>What one surface's benign traffic looks like: whitened style, lengths, hashed n-grams and words, how rare words are and which follow each other.</summary>
/// <remarks>Immutable, and safe to use from many threads.</remarks>
internal sealed class WindowReference
{
    private readonly StyleWhitening _style;
    private readonly BucketScaling _ngrams;
    private readonly BucketScaling _vocabulary;
    private readonly ShiftMixture _lengths;
    private readonly NoveltyMixture _novelty;

    private WindowReference(StyleWhitening style, BucketScaling ngrams, BucketScaling vocabulary, ShiftMixture lengths, NoveltyMixture novelty)
    {
        _style = style;
        _ngrams = ngrams;
        _vocabulary = vocabulary;
        _lengths = lengths;
        _novelty = novelty;
    }

    /// <summary>Learns from some rows of a table, at least two; several hundred are needed for a useful reference.</summary>
    public static WindowReference Fit(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reference.Length, 2);
        var lengths = new float[reference.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = rows.Style(reference[i])[StyleVector.LogCharacters];
        }

        return new WindowReference(
            StyleWhitening.Fit(rows, reference),
            BucketScaling.Fit((row, buckets) => rows.NGrams(row).CopyTo(buckets), HashedNGrams.Buckets, reference, BucketScaling.Median),
            BucketScaling.Fit((row, buckets) => WordBag.Read(rows.Words(row), buckets), WordBag.Buckets, reference, BucketScaling.Mean),
            new ShiftMixture(lengths),
            NoveltyMixture.Fit(rows, reference));
    }

    /// <summary>Adds one text to a window.</summary>
    /// <param name="style">Its <see cref="StyleVector"/>.</param>
    /// <param name="ngrams">Its <see cref="HashedNGrams"/>.</param>
    /// <param name="words">Its <see cref="HashedWords"/>.</param>
    /// <param name="window">The sums of the window.</param>
    public void Add(ReadOnlySpan<float> style, ReadOnlySpan<float> ngrams, ReadOnlySpan<int> words, WindowSums window)
    {
        Span<float> whitened = stackalloc float[StyleVector.Length];
        _style.Apply(style, whitened);
        Span<float> scaled = stackalloc float[HashedNGrams.Buckets];
        _ngrams.Apply(ngrams, scaled);
        Span<float> bag = stackalloc float[WordBag.Buckets];
        WordBag.Read(words, bag);
        _vocabulary.Apply(bag, bag);
        window.Add(whitened, scaled, bag);
        _lengths.Add(style[StyleVector.LogCharacters], window.LengthSums);
        _novelty.Add(words, style[StyleVector.LogCharacters], window.WordSums, window.RaritySums);
    }
}
