// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Statistics;

/// <summary>The oracle: tails summed term by term in whole numbers of any size, so that nothing is rounded before the end.</summary>
internal static class ExactTails
{
    private const int FractionBits = 4096;

    /// <summary>At least so many successes, where the probability of one is a number of 2^-<paramref name="bits"/>ths.</summary>
    public static double BinomialAtLeast(int successes, int trials, long numerator, int bits)
    {
        BigInteger failure = (BigInteger.One << bits) - numerator;
        BigInteger sum = BigInteger.Zero;
        BigInteger choices = BigInteger.One;
        for (int k = 0; k <= trials; k++)
        {
            if (k >= successes)
            {
                sum += choices * BigInteger.Pow(numerator, k) * BigInteger.Pow(failure, trials - k);
            }

            choices = choices * (trials - k) / (k + 1);
        }

        return Ratio(sum, BigInteger.One << (bits * trials));
    }

    /// <summary>At most so many events, where the mean is a number of 2^-<paramref name="bits"/>ths: the first terms of e^mean as a share of all.</summary>
    public static double PoissonAtMost(int count, long numerator, int bits)
    {
        BigInteger term = BigInteger.One << FractionBits;
        BigInteger first = BigInteger.Zero;
        BigInteger all = BigInteger.Zero;
        for (int k = 0; !term.IsZero; k++)
        {
            first += k <= count ? term : BigInteger.Zero;
            all += term;
            term = (term * numerator / (k + 1)) >> bits;
        }

        return Ratio(first, all);
    }

    // Sixty-four significant bits of the ratio, then one rounding.
    private static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        int shift = (int)(denominator.GetBitLength() - numerator.GetBitLength()) + 64;
        return Math.ScaleB((double)(shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift)), -shift);
    }
}
