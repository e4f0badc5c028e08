// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Turns style vectors into coordinates that are uncorrelated, of about unit variance and mean 0 in a reference.</summary>
/// <remarks>Immutable. Clipping at four deviations bounds what one odd text can do.</remarks>
internal sealed class StyleWhitening
{
    private const int Size = StyleVector.Length;
    private const float Clip = 4;

    // Keeps columns that are constant in the reference: a mark never seen there is the clearest sign of other text.
    private const double DeviationFloor = 0.02;

    private const double Shrinkage = 0.05;

    private readonly float[] _mean = new float[Size];
    private readonly float[] _scale = new float[Size];
    private readonly float[] _centre = new float[Size];
    private readonly float[] _axes = new float[Size * Size];

    private StyleWhitening()
    {
    }

    /// <summary>Learns from some rows of a table, at least two.</summary>
    public static StyleWhitening Fit(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        var whitening = new StyleWhitening();
        whitening.FitScale(rows, reference);
        whitening.FitAxes(rows, reference);
        return whitening;
    }

    /// <summary>Writes the coordinates of one style vector.</summary>
    public void Apply(ReadOnlySpan<float> style, Span<float> whitened)
    {
        Span<float> scaled = stackalloc float[Size];
        Scale(style, scaled);
        for (int i = 0; i < Size; i++)
        {
            scaled[i] -= _centre[i];
        }

        for (int i = 0; i < Size; i++)
        {
            whitened[i] = (float)VectorSums.Dot(_axes.AsSpan(i * Size, Size), scaled);
        }
    }

    private void Scale(ReadOnlySpan<float> style, Span<float> scaled)
    {
        for (int i = 0; i < Size; i++)
        {
            scaled[i] = Math.Clamp((style[i] - _mean[i]) * _scale[i], -Clip, Clip);
        }
    }

    private void FitScale(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        Span<double> sum = stackalloc double[Size];
        Span<double> squares = stackalloc double[Size];
        sum.Clear();
        squares.Clear();
        foreach (int row in reference)
        {
            ReadOnlySpan<float> style = rows.Style(row);
            for (int i = 0; i < Size; i++)
            {
                sum[i] += style[i];
                squares[i] += (double)style[i] * style[i];
            }
        }

        for (int i = 0; i < Size; i++)
        {
            double mean = sum[i] / reference.Length;
            _mean[i] = (float)mean;
            _scale[i] = (float)(1 / (Math.Sqrt(Math.Max(0, (squares[i] / reference.Length) - (mean * mean))) + DeviationFloor));
        }
    }

    private void FitAxes(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        var covariance = new double[Size * Size];
        Span<double> mean = stackalloc double[Size];
        mean.Clear();
        Span<float> scaled = stackalloc float[Size];
        foreach (int row in reference)
        {
            Scale(rows.Style(row), scaled);
            for (int i = 0; i < Size; i++)
            {
                mean[i] += scaled[i] / reference.Length;
                for (int j = 0; j <= i; j++)
                {
                    covariance[(i * Size) + j] += (double)scaled[i] * scaled[j] / reference.Length;
                }
            }
        }

        for (int i = 0; i < Size; i++)
        {
            _centre[i] = (float)mean[i];
            for (int j = 0; j <= i; j++)
            {
                covariance[(i * Size) + j] -= mean[i] * mean[j];
                covariance[(j * Size) + i] = covariance[(i * Size) + j];
            }
        }

        var vectors = new double[Size * Size];
        SymmetricEigen.Decompose(covariance, vectors, Size);
        double average = 0;
        for (int i = 0; i < Size; i++)
        {
            average += covariance[(i * Size) + i] / Size;
        }

        for (int i = 0; i < Size; i++)
        {
            double variance = Math.Max(0, covariance[(i * Size) + i]);
            double length = Math.Sqrt(((1 - Shrinkage) * variance) + (Shrinkage * average) + 1e-12);
            for (int j = 0; j < Size; j++)
            {
                _axes[(i * Size) + j] = (float)(vectors[(i * Size) + j] / length);
            }
        }
    }
}
