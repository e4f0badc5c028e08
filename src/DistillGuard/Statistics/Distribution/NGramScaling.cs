// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Centres hashed n-grams on a reference and weighs each bucket by how steady it is there.</summary>
/// <remarks>Immutable. The median variance is added to each, so that a bucket that hardly varies does not rule the sum.</remarks>
internal sealed class NGramScaling
{
    private readonly float[] _mean = new float[HashedNGrams.Buckets];
    private readonly float[] _scale = new float[HashedNGrams.Buckets];

    private NGramScaling()
    {
    }

    /// <summary>Learns from some rows of a table, at least two.</summary>
    public static NGramScaling Fit(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        var scaling = new NGramScaling();
        var sum = new double[HashedNGrams.Buckets];
        var squares = new double[HashedNGrams.Buckets];
        foreach (int row in reference)
        {
            ReadOnlySpan<float> buckets = rows.NGrams(row);
            for (int i = 0; i < buckets.Length; i++)
            {
                sum[i] += buckets[i];
                squares[i] += (double)buckets[i] * buckets[i];
            }
        }

        var variances = new double[HashedNGrams.Buckets];
        for (int i = 0; i < variances.Length; i++)
        {
            double mean = sum[i] / reference.Length;
            scaling._mean[i] = (float)mean;
            variances[i] = Math.Max(0, (squares[i] / reference.Length) - (mean * mean));
        }

        double[] sorted = [.. variances];
        Array.Sort(sorted);
        double median = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        for (int i = 0; i < variances.Length; i++)
        {
            scaling._scale[i] = (float)(1 / Math.Sqrt(variances[i] + median + 1e-12));
        }

        return scaling;
    }

    /// <summary>Writes the centred and weighed buckets of one text.</summary>
    public void Apply(ReadOnlySpan<float> buckets, Span<float> scaled)
    {
        for (int i = 0; i < buckets.Length; i++)
        {
            scaled[i] = (buckets[i] - _mean[i]) * _scale[i];
        }
    }
}
