// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// After CAP, coverage: how many cells of a locality-sensitive hash, sixteen signs of random projections, the window's texts fall into. Many and few are both odd, as
/// in the comparison of arXiv 2606.05725.
/// </summary>
internal sealed class CapMethod : IWindowMethod
{
    private const int Bits = 16;
    private const ulong Seed = 0xCAFE;

    private ushort[] _cells = [];

    public string Name => "CAP (style)";

    public bool IsTwoSided => true;

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        StyleWhitening whitening = StyleWhitening.Fit(pair.Rows, reference);
        float[][] planes = [.. Enumerable.Range(0, Bits).Select(Plane)];
        _cells = new ushort[pair.Rows.Count];
        var whitened = new float[StyleVector.Length];
        foreach (int row in drawn)
        {
            whitening.Apply(pair.Rows.Style(row), whitened);
            for (int bit = 0; bit < Bits; bit++)
            {
                _cells[row] |= (ushort)(VectorSums.Dot(planes[bit], whitened) > 0 ? 1 << bit : 0);
            }
        }
    }

    public double Score(ReadOnlySpan<int> window)
    {
        var cells = new HashSet<ushort>();
        foreach (int row in window)
        {
            cells.Add(_cells[row]);
        }

        return cells.Count;
    }

    private static float[] Plane(int number)
    {
        var random = new SplitMix(Seed + (ulong)number);
        var plane = new float[StyleVector.Length];
        for (int i = 0; i < plane.Length; i++)
        {
            plane[i] = (float)NormalQuantile.Of((1 + random.Below(1_000_000)) / 1_000_002.0);
        }

        return plane;
    }
}
