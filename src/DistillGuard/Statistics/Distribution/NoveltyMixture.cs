// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>
/// Likelihood ratios for "a part of this window has rarer words" and "its words follow each other otherwise": bits per word under a model of the
/// reference, of words alone and of words after the one before, against reference texts about as long.
/// </summary>
/// <remarks>
/// The reference's own texts are scored by models that have not seen them, fold by fold; a model knows its own texts too well. Short texts stray
/// further, so each is measured on the scale of its length. Immutable.
/// </remarks>
internal sealed class NoveltyMixture
{
    private const int Folds = 5;

    private readonly BigramModel _model = new();
    private readonly ByLengthMixture _order;
    private readonly ByLengthMixture _rarity;

    private NoveltyMixture(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        float[] lengths = new float[reference.Length];
        for (int i = 0; i < reference.Length; i++)
        {
            lengths[i] = rows.Style(reference[i])[StyleVector.LogCharacters];
            _model.Add(rows.Words(reference[i]));
        }

        double[] order = new double[reference.Length];
        double[] rarity = new double[reference.Length];
        CrossFit(rows, reference, order, rarity);
        _order = new ByLengthMixture(order, lengths);
        _rarity = new ByLengthMixture(rarity, lengths);
    }

    /// <summary>Learns from some rows of a table.</summary>
    public static NoveltyMixture Fit(FeatureRows rows, ReadOnlySpan<int> reference) => new(rows, reference);

    /// <summary>Adds the log-ratios of one text to the running sums.</summary>
    /// <param name="words">Its <see cref="HashedWords"/>.</param>
    /// <param name="length">The logarithm of its length.</param>
    /// <param name="order">The sums of the order of words.</param>
    /// <param name="rarity">The sums of rare words.</param>
    public void Add(ReadOnlySpan<int> words, float length, Span<double> order, Span<double> rarity)
    {
        _order.Add(_model.BitsPerWord(words), length, order);
        _rarity.Add(_model.BitsPerWordAlone(words), length, rarity);
    }

    private void CrossFit(FeatureRows rows, ReadOnlySpan<int> reference, double[] order, double[] rarity)
    {
        for (int fold = 0; fold < Folds; fold++)
        {
            for (int i = fold; i < reference.Length; i += Folds)
            {
                _model.Remove(rows.Words(reference[i]));
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                order[i] = _model.BitsPerWord(rows.Words(reference[i]));
                rarity[i] = _model.BitsPerWordAlone(rows.Words(reference[i]));
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                _model.Add(rows.Words(reference[i]));
            }
        }
    }
}
