// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Natural logarithms of factorials and binomial coefficients, in the same time for all numbers. Stateless.</summary>
/// <remarks>Stirling's series from 16 on (NIST Digital Library of Mathematical Functions, 5.11.1); exact sums below. Relative error below 1e-14.</remarks>
internal static class LogFactorial
{
    private const int FewestForSeries = 16;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    private static readonly double[] Small = Sums();

    /// <summary>The logarithm of n!, of a number that is 0 or more.</summary>
    public static double Of(int n)
    {
        if (n < FewestForSeries)
        {
            return Small[n];
        }

        double inverse = 1.0 / n;
        double square = inverse * inverse;
        double correction = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return ((n + 0.5) * Math.Log(n)) - n + HalfLogTwoPi + correction;
    }

    /// <summary>The logarithm of the number of ways to choose k of n; negative infinity when there is none.</summary>
    public static double OfChoice(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : Of(n) - Of(k) - Of(n - k);

    private static double[] Sums()
    {
        double[] sums = new double[FewestForSeries];
        for (int i = 2; i < sums.Length; i++)
        {
            sums[i] = sums[i - 1] + Math.Log(i);
        }

        return sums;
    }
}
