// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Kolmogorov-Smirnov distance between lengths.</summary>
internal sealed class LengthMethod : IWindowMethod
{
    private Pair? _pair;
    private float[] _reference = [];

    public string Name => "length only (KS)";

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        _pair = pair;
        _reference = Lengths(reference);
    }

    public double Score(ReadOnlySpan<int> window)
    {
        float[] lengths = Lengths(window);
        double largest = 0;
        int j = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            while (j < _reference.Length && _reference[j] < lengths[i])
            {
                j++;
            }

            int k = j;
            while (k < _reference.Length && _reference[k] <= lengths[i])
            {
                k++;
            }

            largest = Math.Max(largest, Math.Abs(((double)j / _reference.Length) - ((double)FirstOf(lengths, i) / lengths.Length)));
            largest = Math.Max(largest, Math.Abs(((double)k / _reference.Length) - ((double)AfterOf(lengths, i) / lengths.Length)));
        }

        return largest;
    }

    private static int FirstOf(float[] sorted, int i)
    {
        while (i > 0 && sorted[i - 1] == sorted[i])
        {
            i--;
        }

        return i;
    }

    private static int AfterOf(float[] sorted, int i)
    {
        while (i + 1 < sorted.Length && sorted[i + 1] == sorted[i])
        {
            i++;
        }

        return i + 1;
    }

    private float[] Lengths(ReadOnlySpan<int> rows)
    {
        var lengths = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            lengths[i] = _pair!.Rows.Style(rows[i])[StyleVector.LogCharacters];
        }

        Array.Sort(lengths);
        return lengths;
    }
}
