// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>The lower tail of a Poisson distribution.</summary>
public static class PoissonTail
{
    private const double Negligible = 1e-17;

    /// <summary>The probability of at most <paramref name="count"/> events where <paramref name="mean"/> are expected.</summary>
    /// <param name="count">Most events; below 0 gives 0.</param>
    /// <param name="mean">Events expected; 0 or less gives 1, and so does NaN, being evidence of nothing.</param>
    /// <remarks>Right to about 12 digits. It takes some multiple of the standard deviation in steps.</remarks>
    public static double AtMost(int count, double mean)
    {
        if (double.IsNaN(mean))
        {
            return 1;
        }

        if (count < 0 || double.IsPositiveInfinity(mean))
        {
            return 0;
        }

        if (mean <= 0)
        {
            return 1;
        }

        return count < mean ? Down(count, mean) : Math.Max(0, 1 - Up(count, mean));
    }

    // Away from the mean, so that every term is smaller than the one before; the other way the first one may be no number above zero.
    private static double Down(int from, double mean)
    {
        double term = SaddlePoint.Poisson(from, mean);
        double sum = term;
        for (int k = from; k > 0 && term > sum * Negligible; k--)
        {
            term *= k / mean;
            sum += term;
        }

        return Math.Min(1, sum);
    }

    /// <summary>The probability of more events than <paramref name="from"/>.</summary>
    private static double Up(int from, double mean)
    {
        double term = SaddlePoint.Poisson(from, mean) * (mean / (from + 1.0));
        double sum = term;
        for (double k = from + 1.0; term > sum * Negligible; k++)
        {
            term *= mean / (k + 1);
            sum += term;
        }

        return sum;
    }
}
