// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>
/// A likelihood ratio for "the words of a part of this window follow each other otherwise": bits per word under a bigram model of the reference, against
/// reference texts about as long.
/// </summary>
/// <remarks>
/// The reference's own texts are scored by models that have not seen them, fold by fold; a model knows its own texts too well. Short texts stray
/// further, so each is measured on the scale of its length. Immutable.
/// </remarks>
internal sealed class NoveltyMixture
{
    private const int Folds = 5;
    private const int FewestInBin = 60;
    private const int MostBins = 8;

    private readonly BigramModel _model = new();
    private readonly float[] _edges;
    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly ShiftMixture _mixture;

    private NoveltyMixture(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        foreach (int row in reference)
        {
            _model.Add(rows.Words(row));
        }

        double[] bits = CrossFitted(rows, reference);
        float[] lengths = new float[reference.Length];
        int[] order = new int[reference.Length];
        for (int i = 0; i < order.Length; i++)
        {
            lengths[i] = rows.Style(reference[i])[StyleVector.LogCharacters];
            order[i] = i;
        }

        Array.Sort((float[])lengths.Clone(), order);
        int bins = Math.Clamp(order.Length / FewestInBin, 1, MostBins);
        (_edges, _means, _scales) = (new float[bins - 1], new double[bins], new double[bins]);
        for (int bin = 0; bin < bins; bin++)
        {
            ReadOnlySpan<int> own = order.AsSpan((bin * order.Length / bins)..((bin + 1) * order.Length / bins));
            (_means[bin], _scales[bin]) = Scale(bits, own);
            if (bin > 0)
            {
                _edges[bin - 1] = lengths[own[0]];
            }
        }

        float[] scores = new float[bits.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Standard(bits[i], lengths[i]);
        }

        _mixture = new ShiftMixture(scores);
    }

    /// <summary>Learns from some rows of a table.</summary>
    public static NoveltyMixture Fit(FeatureRows rows, ReadOnlySpan<int> reference) => new(rows, reference);

    /// <summary>Adds the log-ratios of one text to the running sums.</summary>
    public void Add(ReadOnlySpan<int> words, float length, Span<double> sums) =>
        _mixture.Add(Standard(_model.BitsPerWord(words), length), sums);

    private double[] CrossFitted(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        double[] bits = new double[reference.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            for (int i = fold; i < reference.Length; i += Folds)
            {
                _model.Remove(rows.Words(reference[i]));
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                bits[i] = _model.BitsPerWord(rows.Words(reference[i]));
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                _model.Add(rows.Words(reference[i]));
            }
        }

        return bits;
    }

    private static (double Mean, double Scale) Scale(double[] bits, ReadOnlySpan<int> own)
    {
        double sum = 0;
        double squares = 0;
        foreach (int i in own)
        {
            sum += bits[i];
            squares += bits[i] * bits[i];
        }

        double mean = sum / own.Length;
        return (mean, 1 / (Math.Sqrt(Math.Max(0, (squares / own.Length) - (mean * mean))) + 1e-6));
    }

    private float Standard(double bits, float length)
    {
        int bin = 0;
        while (bin < _edges.Length && length >= _edges[bin])
        {
            bin++;
        }

        return (float)((bits - _means[bin]) * _scales[bin]);
    }
}
