// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Sixty-four buckets, two to an octave, for positive numbers from 1 to two thousand million; what is larger shares the last.</summary>
internal static class LogBuckets
{
    public const int Count = 64;

    private const double PerOctave = 2;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>The bucket of a number. Numbers of 1 or less, and NaN, share the first bucket; very large ones the last.</summary>
    /// <remarks>Read from the number's bits: a logarithm each was a third of rate-anomaly. Oracle: Math.Log2. Benchmark: RateAnomalyBenchmarks.</remarks>
    public static int Of(double value)
    {
        if (!(value > 1))
        {
            return 0;
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        long mantissa = bits & ((1L << MantissaBits) - 1);
        int octaves = (int)(bits >> MantissaBits) - ExponentBias;
        int halves = mantissa >= (BitConverter.DoubleToInt64Bits(Math.Sqrt(2)) & ((1L << MantissaBits) - 1)) ? 1 : 0;
        return 1 + Math.Min(Count - 2, ((int)PerOctave * octaves) + halves);
    }

    /// <summary>The smallest number of a bucket; 0 for the first.</summary>
    public static double LowerEdge(int bucket) => bucket == 0 ? 0 : double.Exp2((bucket - 1) / PerOctave);
}
