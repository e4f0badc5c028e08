// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>What one surface's benign traffic looks like: whitened style, lengths, and hashed n-grams.</summary>
/// <remarks>Immutable, and safe to use from many threads.</remarks>
internal sealed class WindowReference
{
    private readonly StyleWhitening _style;
    private readonly NGramScaling _ngrams;
    private readonly LengthMixture _lengths;

    private WindowReference(StyleWhitening style, NGramScaling ngrams, LengthMixture lengths)
    {
        _style = style;
        _ngrams = ngrams;
        _lengths = lengths;
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

        return new WindowReference(StyleWhitening.Fit(rows, reference), NGramScaling.Fit(rows, reference), new LengthMixture(lengths));
    }

    /// <summary>Adds one text to a window.</summary>
    /// <param name="style">Its <see cref="StyleVector"/>.</param>
    /// <param name="ngrams">Its <see cref="HashedNGrams"/>.</param>
    /// <param name="window">The sums of the window.</param>
    public void Add(ReadOnlySpan<float> style, ReadOnlySpan<float> ngrams, WindowSums window)
    {
        Span<float> whitened = stackalloc float[StyleVector.Length];
        _style.Apply(style, whitened);
        Span<float> scaled = stackalloc float[HashedNGrams.Buckets];
        _ngrams.Apply(ngrams, scaled);
        window.Add(whitened, scaled);
        _lengths.Add(style[StyleVector.LogCharacters], window.LengthSums);
    }
}
