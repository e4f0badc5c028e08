// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>The upper tail of a hypergeometric distribution: Fisher's exact test of two shares, one-sided.</summary>
public static class HypergeometricTail
{
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
        double logTerm = LogChoose(marked, drawnMarked) + LogChoose(all - marked, drawn - drawnMarked) - LogChoose(all, drawn);
        double term = drawnMarked > most ? 0 : Math.Exp(logTerm);
        double sum = 0;
        for (int k = drawnMarked; k <= most; k++)
        {
            sum += term;
            term *= (double)(marked - k) / (k + 1) * ((double)(drawn - k) / (all - marked - drawn + k + 1));
        }

        return Math.Min(1, sum);
    }

    private static double LogChoose(int n, int k)
    {
        double log = 0;
        for (int i = 1; i <= Math.Min(k, n - k); i++)
        {
            log += Math.Log((double)(n - i + 1) / i);
        }

        return log;
    }
}
