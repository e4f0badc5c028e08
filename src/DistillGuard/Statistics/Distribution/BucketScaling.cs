// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Centres hashed counts on a reference and weighs each bucket by how steady it is there.</summary>
/// <remarks>Immutable. A usual variance is added to each, so that a bucket that hardly varies does not rule the sum.</remarks>
internal sealed class BucketScaling
{
    private readonly float[] _mean;
    private readonly float[] _scale;

    private BucketScaling(float[] mean, float[] scale)
    {
        _mean = mean;
        _scale = scale;
    }

    /// <summary>Writes the buckets of one row.</summary>
    public delegate void Reader(int row, Span<float> buckets);

    /// <summary>Learns from some rows, at least two.</summary>
    /// <param name="read">Gives the buckets of a row.</param>
    /// <param name="buckets">How many there are.</param>
    /// <param name="reference">The rows.</param>
    /// <param name="usual">What variance is usual: <see cref="Median"/>, or <see cref="Mean"/> where many buckets may be empty in all rows.</param>
    public static BucketScaling Fit(Reader read, int buckets, ReadOnlySpan<int> reference, Func<double[], double> usual)
    {
        float[] row = new float[buckets];
        double[] sum = new double[buckets];
        double[] squares = new double[buckets];
        foreach (int index in reference)
        {
            read(index, row);
            for (int i = 0; i < row.Length; i++)
            {
                sum[i] += row[i];
                squares[i] += (double)row[i] * row[i];
            }
        }

        double[] variances = new double[buckets];
        float[] means = new float[buckets];
        for (int i = 0; i < variances.Length; i++)
        {
            double mean = sum[i] / reference.Length;
            means[i] = (float)mean;
            variances[i] = Math.Max(0, (squares[i] / reference.Length) - (mean * mean));
        }

        double added = usual(variances) + 1e-12;
        return new BucketScaling(means, [.. variances.Select(variance => (float)(1 / Math.Sqrt(variance + added)))]);
    }

    /// <summary>The median of the variances.</summary>
    public static double Median(double[] variances)
    {
        double[] sorted = [.. variances];
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean of the variances.</summary>
    public static double Mean(double[] variances) => variances.Average();

    /// <summary>Writes the centred and weighed buckets of one text.</summary>
    public void Apply(ReadOnlySpan<float> buckets, Span<float> scaled)
    {
        for (int i = 0; i < buckets.Length; i++)
        {
            scaled[i] = (buckets[i] - _mean[i]) * _scale[i];
        }
    }
}
