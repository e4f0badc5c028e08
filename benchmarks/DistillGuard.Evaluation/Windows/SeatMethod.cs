// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// After SEAT (Zhang, Chen and Wagner, 2021): the share of pairs of the window that are as alike as one in a hundred pairs of the reference. Many and few are both
/// odd, as in the comparison of arXiv 2606.05725.
/// </summary>
internal sealed class SeatMethod : IWindowMethod
{
    private const double Alike = 0.01;

    private StyleDistances? _distances;
    private double _limit;

    public string Name => "SEAT (style)";

    public bool IsTwoSided => true;

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        _distances = new StyleDistances(pair, reference, drawn);
        _limit = _distances.Quantile(reference, Alike);
    }

    public double Score(ReadOnlySpan<int> window)
    {
        int alike = 0;
        for (int i = 1; i < window.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                alike += _distances!.Squared(window[i], window[j]) <= _limit ? 1 : 0;
            }
        }

        return 2.0 * alike / (window.Length * (window.Length - 1));
    }
}
