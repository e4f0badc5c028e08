// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>
/// A likelihood ratio for "a part of this window has other values", of length for example: the largest, over fractions and shifts, of the summed log-ratio of
/// a mixture against the reference.
/// </summary>
/// <remarks>Immutable; thirty running sums, one an alternative, are kept by the caller.</remarks>
internal sealed class ShiftMixture
{
    /// <summary>How many alternatives are tried: five fractions, three shifts, both directions.</summary>
    public const int Alternatives = 30;

    private readonly float[] _sorted;

    /// <summary>Learns from the lengths (or any increasing function of them) of the reference; at least one.</summary>
    public ShiftMixture(ReadOnlySpan<float> reference)
    {
        _sorted = reference.ToArray();
        Array.Sort(_sorted);
    }

    private static ReadOnlySpan<double> Fractions => [0.05, 0.1, 0.2, 0.4, 1];

    private static ReadOnlySpan<double> Shifts => [0.7, 1.5, 2.5];

    /// <summary>Adds the log-ratios of one text to the running sums.</summary>
    public void Add(float length, Span<double> sums)
    {
        double z = Score(length);
        int i = 0;
        foreach (double shift in Shifts)
        {
            double up = Math.Exp((shift * z) - (shift * shift / 2)) - 1;
            double down = Math.Exp((-shift * z) - (shift * shift / 2)) - 1;
            foreach (double fraction in Fractions)
            {
                sums[i++] += Math.Log(1 + (fraction * up));
                sums[i++] += Math.Log(1 + (fraction * down));
            }
        }
    }

    /// <summary>The statistic of a window: the largest of its sums.</summary>
    public static double Of(ReadOnlySpan<double> sums)
    {
        double largest = double.NegativeInfinity;
        foreach (double sum in sums)
        {
            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    /// <summary>The normal score of the middle rank that a length has in the reference.</summary>
    internal double Score(float length)
    {
        int below = Rank(length, orEqual: false);
        int notAbove = Rank(length, orEqual: true);
        return NormalQuantile.Of((0.5 + ((below + notAbove) * 0.5)) / (_sorted.Length + 1));
    }

    // How many of the reference are below the length, or not above it.
    private int Rank(float length, bool orEqual)
    {
        int low = 0;
        int high = _sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool counts = orEqual ? _sorted[middle] <= length : _sorted[middle] < length;
            (low, high) = counts ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
