// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>The upper tail of a hypergeometric distribution: Fisher's exact test of two shares, one-sided.</summary>
public static class HypergeometricTail
{
    // Beyond the mode terms fall ever faster; what follows one so small no longer changes the sum.
    private const double NegligibleShare = 1e-18;

    /// <summary>The probability that a draw without replacement brings at least so many marked items.</summary>
    /// <param name="drawnMarked">Fewest marked items drawn; 0 or less gives 1, more than there can be gives 0.</param>
    /// <param name="drawn">Number of items drawn, 0 or more and at most <paramref name="all"/>.</param>
    /// <param name="marked">Number of marked items, 0 or more and at most <paramref name="all"/>.</param>
    /// <param name="all">Number of items, 0 or more.</param>
    public static double AtLeast(int drawnMarked, int drawn, int marked, int all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfNegative(marked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marked, all);
        int least = Math.Max(0, drawn + marked - all);
        int most = Math.Min(drawn, marked);
        if (drawnMarked <= least)
        {
            return 1;
        }

        // Each term is the one before times a ratio; from the first wanted term on they rise to the mode, if it lies beyond, and fall.
        double logTerm = LogFactorial.OfChoice(marked, drawnMarked) + LogFactorial.OfChoice(all - marked, drawn - drawnMarked) - LogFactorial.OfChoice(all, drawn);
        double term = drawnMarked > most ? 0 : Math.Exp(logTerm);
        double sum = 0;
        for (int k = drawnMarked; k <= most; k++)
        {
            double ratio = (double)(marked - k) / (k + 1) * ((double)(drawn - k) / (all - marked - drawn + k + 1));
            sum += term;
            term *= ratio;
            if (ratio < 1 && term < NegligibleShare * sum)
            {
                break;
            }
        }

        return Math.Min(1, sum);
    }
}
