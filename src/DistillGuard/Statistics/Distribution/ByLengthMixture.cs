// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>A <see cref="ShiftMixture"/> of a number that strays the further the shorter a text is: each on the scale of reference texts about as long.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ByLengthMixture
{
    private const int FewestInBin = 60;
    private const int MostBins = 8;

    private readonly float[] _edges;
    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly ShiftMixture _mixture;

    /// <summary>Learns from the numbers and the lengths of the reference's texts.</summary>
    public ByLengthMixture(ReadOnlySpan<double> values, ReadOnlySpan<float> lengths)
    {
        int[] order = new int[values.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(lengths.ToArray(), order);
        int bins = Math.Clamp(order.Length / FewestInBin, 1, MostBins);
        (_edges, _means, _scales) = (new float[bins - 1], new double[bins], new double[bins]);
        for (int bin = 0; bin < bins; bin++)
        {
            ReadOnlySpan<int> own = order.AsSpan((bin * order.Length / bins)..((bin + 1) * order.Length / bins));
            (_means[bin], _scales[bin]) = Scale(values, own);
            if (bin > 0)
            {
                _edges[bin - 1] = lengths[own[0]];
            }
        }

        float[] scores = new float[values.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Standard(values[i], lengths[i]);
        }

        _mixture = new ShiftMixture(scores);
    }

    /// <summary>Adds the log-ratios of one text to the running sums.</summary>
    public void Add(double value, float length, Span<double> sums) => _mixture.Add(Standard(value, length), sums);

    private static (double Mean, double Scale) Scale(ReadOnlySpan<double> values, ReadOnlySpan<int> own)
    {
        double sum = 0;
        double squares = 0;
        foreach (int i in own)
        {
            sum += values[i];
            squares += values[i] * values[i];
        }

        double mean = sum / own.Length;
        return (mean, 1 / (Math.Sqrt(Math.Max(0, (squares / own.Length) - (mean * mean))) + 1e-6));
    }

    private float Standard(double value, float length)
    {
        int bin = 0;
        while (bin < _edges.Length && length >= _edges[bin])
        {
            bin++;
        }

        return (float)((value - _means[bin]) * _scales[bin]);
    }
}
