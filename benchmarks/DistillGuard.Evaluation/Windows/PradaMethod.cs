// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// After PRADA (Juuti et al., 2019): how near to a normal distribution the distances lie from each text to the nearest before it, by the Shapiro-Francia
/// statistic. Far from normal or too near are both odd, as in the comparison of arXiv 2606.05725.
/// </summary>
internal sealed class PradaMethod : IWindowMethod
{
    private StyleDistances? _distances;

    public string Name => "PRADA (style)";

    public bool IsTwoSided => true;

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn) => _distances = new StyleDistances(pair, reference, drawn);

    public double Score(ReadOnlySpan<int> window)
    {
        double[] nearest = new double[window.Length - 1];
        for (int i = 1; i < window.Length; i++)
        {
            double least = double.PositiveInfinity;
            for (int j = 0; j < i; j++)
            {
                least = Math.Min(least, _distances!.Squared(window[i], window[j]));
            }

            nearest[i - 1] = Math.Sqrt(least);
        }

        Array.Sort(nearest);
        return SquaredCorrelation(nearest);
    }

    // With the normal scores of Blom (1958).
    private static double SquaredCorrelation(double[] sorted)
    {
        double mean = sorted.Average();
        double product = 0;
        double scores = 0;
        double squares = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double normal = NormalQuantile.Of((i + 0.625) / (sorted.Length + 0.25));
            product += normal * (sorted[i] - mean);
            scores += normal * normal;
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }

        return squares == 0 ? 0 : product * product / (scores * squares);
    }
}
