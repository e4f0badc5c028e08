// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.InteropServices;

namespace DistillGuard.Statistics.Distribution;

/// <summary>Sums and products of vectors of numbers, as many at once as the processor adds.</summary>
internal static class VectorSums
{
    /// <summary>Adds a vector to a running sum of the same length.</summary>
    public static void Add(ReadOnlySpan<float> vector, Span<float> sum)
    {
        ReadOnlySpan<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(vector);
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(sum[..vector.Length]);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] += from[i];
        }

        for (int i = from.Length * Vector<float>.Count; i < vector.Length; i++)
        {
            sum[i] += vector[i];
        }
    }

    /// <summary>The inner product of two vectors of the same length, added up in double precision.</summary>
    public static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }
}
