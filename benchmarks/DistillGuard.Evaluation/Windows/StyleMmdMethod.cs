// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// Unbiased MMD of a window against the whole reference with the paper's four Gaussian kernels, on whitened style instead of embeddings.
/// </summary>
internal sealed class StyleMmdMethod : IWindowMethod
{
    private StyleDistances? _distances;
    private float[] _kernels = [];
    private int[] _place = [];
    private double[] _toReference = [];
    private int _drawn;
    private double _median;
    private double _amongReference;

    public string Name => "MMD on style (stand-in)";

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        _distances = new StyleDistances(pair, reference, drawn);
        _median = _distances.Quantile(reference, 0.5);
        _amongReference = MeanKernel(reference);
        _drawn = drawn.Length;
        _place = new int[pair.Rows.Count];
        _toReference = new double[drawn.Length];
        _kernels = new float[drawn.Length * drawn.Length];
        for (int i = 0; i < drawn.Length; i++)
        {
            _place[drawn[i]] = i;
            foreach (int row in reference)
            {
                _toReference[i] += Kernel(drawn[i], row) / reference.Length;
            }

            for (int j = 0; j < i; j++)
            {
                float kernel = Kernel(drawn[i], drawn[j]);
                _kernels[(i * _drawn) + j] = kernel;
                _kernels[(j * _drawn) + i] = kernel;
            }
        }
    }

    public double Score(ReadOnlySpan<int> window)
    {
        double within = 0;
        double across = 0;
        foreach (int row in window)
        {
            int start = _place[row] * _drawn;
            across += _toReference[_place[row]];
            foreach (int other in window)
            {
                within += _kernels[start + _place[other]];
            }
        }

        return (within / ((double)window.Length * (window.Length - 1))) - (2 * across / window.Length) + _amongReference;
    }

    // The same for all windows of one reference, but not for the references of different splits.
    private double MeanKernel(ReadOnlySpan<int> reference)
    {
        double sum = 0;
        for (int i = 1; i < reference.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += Kernel(reference[i], reference[j]);
            }
        }

        return 2 * sum / ((double)reference.Length * (reference.Length - 1));
    }

    // Widths of 1/2, 1, 2 and 4 times the median distance: each is the fourth power of the next wider.
    private float Kernel(int left, int right)
    {
        float widest = MathF.Exp((float)(-_distances!.Squared(left, right) / (32 * _median)));
        float wide = widest * widest * widest * widest;
        float median = wide * wide * wide * wide;
        return (widest + wide + median + (median * median * median * median)) / 4;
    }
}
