// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.InteropServices;
using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Squared distances between texts on whitened style: what stands in for an embedding.</summary>
internal sealed class StyleDistances
{
    private const int Padded = 64;
    private const int MostForQuantiles = 500;

    private readonly float[] _vectors;

    public StyleDistances(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        StyleWhitening whitening = StyleWhitening.Fit(pair.Rows, reference);
        _vectors = new float[pair.Rows.Count * Padded];
        foreach (int row in reference)
        {
            whitening.Apply(pair.Rows.Style(row), _vectors.AsSpan(row * Padded, StyleVector.Length));
        }

        foreach (int row in drawn)
        {
            whitening.Apply(pair.Rows.Style(row), _vectors.AsSpan(row * Padded, StyleVector.Length));
        }
    }

    public double Squared(int left, int right)
    {
        ReadOnlySpan<Vector<float>> a = MemoryMarshal.Cast<float, Vector<float>>(_vectors.AsSpan(left * Padded, Padded));
        ReadOnlySpan<Vector<float>> b = MemoryMarshal.Cast<float, Vector<float>>(_vectors.AsSpan(right * Padded, Padded));
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < a.Length; i++)
        {
            Vector<float> difference = a[i] - b[i];
            sum += difference * difference;
        }

        return Vector.Sum(sum);
    }

    /// <summary>A quantile of the distances between reference texts, the first 500 of them.</summary>
    public double Quantile(ReadOnlySpan<int> reference, double share)
    {
        var distances = new List<double>();
        for (int i = 1; i < Math.Min(MostForQuantiles, reference.Length); i++)
        {
            for (int j = 0; j < i; j++)
            {
                distances.Add(Squared(reference[i], reference[j]));
            }
        }

        distances.Sort();
        return distances[(int)(share * distances.Count)];
    }
}
