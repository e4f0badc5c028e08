// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>The upper tail of a binomial distribution.</summary>
public static class BinomialTail
{
    private const double Negligible = 1e-17;

    /// <summary>The probability of at least <paramref name="successes"/> successes in <paramref name="trials"/> independent trials.</summary>
    /// <param name="successes">Fewest successes; 0 or less gives 1, more than the trials gives 0.</param>
    /// <param name="trials">Number of trials, 0 or more.</param>
    /// <param name="probability">Probability of a success, clamped to [0, 1]; NaN gives 1, which is evidence of nothing.</param>
    /// <remarks>Right to about 12 digits. It takes some multiple of the standard deviation in steps: 10,000 for a billion trials.</remarks>
    public static double AtLeast(int successes, int trials, double probability)
    {
        if (successes <= 0 || double.IsNaN(probability))
        {
            return 1;
        }

        if (successes > trials || probability <= 0)
        {
            return 0;
        }

        if (probability >= 1)
        {
            return 1;
        }

        return successes > trials * probability
            ? Up(successes, trials, probability)
            : Math.Max(0, 1 - Down(successes - 1, trials, probability));
    }

    // Away from the mean, so that every term is smaller than the one before; the other way the first one may be no number above zero.
    private static double Up(int from, int trials, double probability)
    {
        double odds = probability / (1 - probability);
        double term = SaddlePoint.Binomial(from, trials, probability);
        double sum = term;
        for (int k = from; k < trials && term > sum * Negligible; k++)
        {
            term *= (double)(trials - k) / (k + 1) * odds;
            sum += term;
        }

        return Math.Min(1, sum);
    }

    private static double Down(int from, int trials, double probability)
    {
        double odds = (1 - probability) / probability;
        double term = SaddlePoint.Binomial(from, trials, probability);
        double sum = term;
        for (int k = from; k > 0 && term > sum * Negligible; k--)
        {
            term *= k / (trials - k + 1.0) * odds;
            sum += term;
        }

        return Math.Min(1, sum);
    }
}
