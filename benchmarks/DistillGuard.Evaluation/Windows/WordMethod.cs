// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Squared distance between mean bags of hashed words.</summary>
internal sealed class WordMethod : IWindowMethod
{
    private Pair? _pair;
    private float[] _mean = [];

    public string Name => "hashed bag of words";

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        _pair = pair;
        _mean = Mean(reference);
    }

    public double Score(ReadOnlySpan<int> window)
    {
        float[] difference = Mean(window);
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] -= _mean[i];
        }

        return VectorSums.Dot(difference, difference);
    }

    private float[] Mean(ReadOnlySpan<int> rows)
    {
        var mean = new float[WordVector.Buckets];
        foreach (int row in rows)
        {
            VectorSums.Add(_pair!.Words[row], mean);
        }

        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] /= rows.Length;
        }

        return mean;
    }
}
