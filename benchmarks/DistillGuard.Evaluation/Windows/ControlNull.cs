// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>The controls' share of the same cross-split calibration, so that a difference is one of statistics only; dear as they are to fit, in fewer splits of more windows.</summary>
internal static class ControlNull
{
    /// <summary>How many times the rows are split for them.</summary>
    public const int Splits = 16;

    private const int WindowsPerSplit = WindowNull.Splits * WindowNull.WindowsPerSplit / Splits;

    /// <summary>Sorted scores of benign windows, by method and window size.</summary>
    public static double[][][] Calibrate(Pair pair, int[] benign, IWindowMethod[] methods, int[] sizes, ulong seed)
    {
        var random = new SplitMix(seed);
        int[] shuffled = [.. benign];
        double[][][] scores = [.. methods.Select(_ => sizes.Select(_ => new double[Splits * WindowsPerSplit]).ToArray())];
        for (int size = 0; size < sizes.Length; size++)
        {
            int kept = benign.Length - WindowNull.HeldOut(benign.Length, sizes[size]);
            for (int split = 0; split < Splits; split++)
            {
                Draws.ToFront(shuffled, shuffled.Length, ref random);
                int[] heldOut = shuffled[kept..];
                foreach (IWindowMethod method in methods)
                {
                    method.Fit(pair, shuffled.AsSpan(0, kept), heldOut);
                }

                for (int w = 0; w < WindowsPerSplit; w++)
                {
                    Draws.ToFront(heldOut, sizes[size], ref random);
                    for (int m = 0; m < methods.Length; m++)
                    {
                        scores[m][size][(split * WindowsPerSplit) + w] = methods[m].Score(heldOut.AsSpan(0, sizes[size]));
                    }
                }
            }
        }

        foreach (double[] law in scores.SelectMany(bySize => bySize))
        {
            Array.Sort(law);
        }

        return scores;
    }

    /// <summary>(1 + how many benign windows score as high) / (1 + how many there are); of two sides twice the smaller.</summary>
    public static double PValue(double[] sorted, double score, bool isTwoSided)
    {
        int below = CountBelow(sorted, score);
        double high = (1.0 + sorted.Length - below) / (1.0 + sorted.Length);
        double low = (1.0 + CountBelow(sorted, Math.BitIncrement(score))) / (1.0 + sorted.Length);
        return isTwoSided ? Math.Min(1, 2 * Math.Min(low, high)) : high;
    }

    private static int CountBelow(double[] sorted, double score)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < score ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
