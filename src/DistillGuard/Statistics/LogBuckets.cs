// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Sixty-four buckets, two to an octave, for positive numbers from 1 to two thousand million; what is larger shares the last.</summary>
internal static class LogBuckets
{
    public const int Count = 64;

    private const double PerOctave = 2;

    /// <summary>The bucket of a number. Numbers of 1 or less, and NaN, share the first bucket; very large ones the last.</summary>
    public static int Of(double value) =>
        value > 1 ? 1 + (int)Math.Min(Count - 2, PerOctave * Math.Log2(value)) : 0;

    /// <summary>The smallest number of a bucket; 0 for the first.</summary>
    public static double LowerEdge(int bucket) => bucket == 0 ? 0 : double.Exp2((bucket - 1) / PerOctave);
}
