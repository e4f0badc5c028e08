// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>What one surface's benign traffic looks like: whitened style, lengths, hashed n-grams, and which words follow each other.</summary>
/// <remarks>Immutable, and safe to use from many threads.</remarks>
internal sealed class WindowReference
{
    private readonly StyleWhitening _style;
    private readonly NGramScaling _ngrams;
    private readonly ShiftMixture _lengths;
    private readonly NoveltyMixture _novelty;

    private WindowReference(StyleWhitening style, NGramScaling ngrams, ShiftMixture lengths, NoveltyMixture novelty)
    {
        _style = style;
        _ngrams = ngrams;
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
            StyleWhitening.Fit(rows, reference), NGramScaling.Fit(rows, reference), new ShiftMixture(lengths), NoveltyMixture.Fit(rows, reference));
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
        window.Add(whitened, scaled);
        _lengths.Add(style[StyleVector.LogCharacters], window.LengthSums);
        _novelty.Add(words, style[StyleVector.LogCharacters], window.WordSums);
    }
}
