// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>
/// A likelihood ratio for "a part of this window lies elsewhere": the largest, over fractions and shifts, of the summed log-ratio of a
/// mixture of two normal laws against the one of the reference.
/// </summary>
/// <remarks>Thirty running sums, one an alternative, are kept by the caller.</remarks>
internal static class ShiftMixture
{
    /// <summary>How many alternatives are tried: five fractions, three shifts, both directions.</summary>
    public const int Alternatives = 30;

    private static ReadOnlySpan<double> Fractions => [0.05, 0.1, 0.2, 0.4, 1];

    private static ReadOnlySpan<double> Shifts => [0.7, 1.5, 2.5];

    /// <summary>Adds the log-ratios of one text to the running sums.</summary>
    /// <param name="score">Its <see cref="NormalScores">normal score</see> in the reference.</param>
    /// <param name="sums">The <see cref="Alternatives"/> sums of the window.</param>
    public static void Add(double score, Span<double> sums)
    {
        int i = 0;
        foreach (double shift in Shifts)
        {
            double up = Math.Exp((shift * score) - (shift * shift / 2)) - 1;
            double down = Math.Exp((-shift * score) - (shift * shift / 2)) - 1;
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
}
