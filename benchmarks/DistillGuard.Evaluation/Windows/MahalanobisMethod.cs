// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Mean squared Mahalanobis distance of the texts of a window, on style.</summary>
internal sealed class MahalanobisMethod : IWindowMethod
{
    private double[] _squares = [];

    public string Name => "Mahalanobis (style)";

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        StyleWhitening whitening = StyleWhitening.Fit(pair.Rows, reference);
        _squares = new double[pair.Rows.Count];
        var whitened = new float[StyleVector.Length];
        foreach (int row in drawn)
        {
            whitening.Apply(pair.Rows.Style(row), whitened);
            _squares[row] = VectorSums.Dot(whitened, whitened);
        }
    }

    public double Score(ReadOnlySpan<int> window)
    {
        double sum = 0;
        foreach (int row in window)
        {
            sum += _squares[row];
        }

        return sum / window.Length;
    }
}
