// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Single probabilities of the binomial and the Poisson distribution, exact to about 13 digits however large the numbers.</summary>
/// <remarks>
/// Loader 2000, "Fast and accurate computation of binomial probabilities": logarithms of factorials are never subtracted from each other, which loses
/// all digits from millions of trials on; their errors against Stirling's formula and two deviances are.
/// </remarks>
internal static class SaddlePoint
{
    private const int ExactFactorials = 16;

    /// <summary>The probability of exactly so many successes, 0 to <paramref name="trials"/>; the probability of one lies inside (0, 1).</summary>
    public static double Binomial(int successes, int trials, double probability)
    {
        double failure = 1 - probability;
        int failures = trials - successes;
        if (successes == 0)
        {
            return Power(failure, probability, trials);
        }

        if (failures == 0)
        {
            return Power(probability, failure, trials);
        }

        double logarithm = StirlingError(trials) - StirlingError(successes) - StirlingError(failures)
            - Deviance(successes, trials * probability) - Deviance(failures, trials * failure);
        return Math.Exp(logarithm) * Math.Sqrt(trials / (2 * Math.PI * successes * failures));
    }

    /// <summary>The probability of exactly so many events, 0 or more, where a mean above 0 is expected.</summary>
    public static double Poisson(int count, double mean) => count == 0
        ? Math.Exp(-mean)
        : Math.Exp(-StirlingError(count) - Deviance(count, mean)) / Math.Sqrt(2 * Math.PI * count);

    // A base close to 1 has lost the digits that its complement still has.
    private static double Power(double value, double complement, int exponent) => complement < 0.1
        ? Math.Exp(-Deviance(exponent, exponent * value) - (exponent * complement))
        : Math.Pow(value, exponent);

    /// <summary>By how much the logarithm of n! exceeds Stirling's formula.</summary>
    private static double StirlingError(int n)
    {
        if (n < ExactFactorials)
        {
            double factorial = 1;
            for (int i = 2; i <= n; i++)
            {
                factorial *= i;
            }

            return Math.Log(factorial) - (0.5 * Math.Log(2 * Math.PI * n)) - (n * Math.Log(n)) + n;
        }

        double square = (double)n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x ln(x/m) + m - x, without the cancellation when x is close to m.</summary>
    private static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        double v = (x - m) / (x + m);
        double sum = (x - m) * v;
        double term = 2 * x * v;
        for (int i = 3; ; i += 2)
        {
            term *= v * v;
            double next = sum + (term / i);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }
}
