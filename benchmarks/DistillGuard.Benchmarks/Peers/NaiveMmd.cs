// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Peers;

/// <summary>Maximum mean discrepancy of two samples (Gretton et al., 2012) as its formula stands: a Gaussian kernel of every pair.</summary>
internal static class NaiveMmd
{
    /// <summary>The unbiased estimate of the squared discrepancy.</summary>
    /// <param name="first">One sample.</param>
    /// <param name="second">The other.</param>
    /// <param name="width">Squared width of the kernel.</param>
    public static double Squared(float[][] first, float[][] second, double width)
    {
        double same = 0;
        double across = 0;
        for (int i = 0; i < first.Length; i++)
        {
            for (int j = 0; j < first.Length; j++)
            {
                same += i == j ? 0 : Kernel(first[i], first[j], width) + Kernel(second[i], second[j], width);
                across += Kernel(first[i], second[j], width);
            }
        }

        int count = first.Length;
        return (same / (count * (count - 1.0))) - (2 * across / ((double)count * count));
    }

    private static double Kernel(float[] left, float[] right, double width)
    {
        double distance = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double difference = left[i] - right[i];
            distance += difference * difference;
        }

        return Math.Exp(-distance / width);
    }
}
