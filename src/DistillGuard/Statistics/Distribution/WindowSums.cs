// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>The running sums of one window: some 4.8 KB, whatever the number of texts.</summary>
/// <remarks>Windows of the same reference can be added up. Not safe to use from several threads at once.</remarks>
internal sealed class WindowSums
{
    private readonly float[] _style = new float[StyleVector.Length];
    private readonly float[] _ngrams = new float[HashedNGrams.Buckets];
    private readonly double[] _lengths = new double[ShiftMixture.Alternatives];
    private readonly double[] _words = new double[ShiftMixture.Alternatives];
    private double _styleSquares;
    private double _ngramSquares;

    /// <summary>How many texts the window holds.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of squared lengths of whitened style vectors.</summary>
    public double StyleSquares => _styleSquares;

    internal Span<double> LengthSums => _lengths;

    internal Span<double> WordSums => _words;

    /// <summary>Empties the window.</summary>
    public void Clear()
    {
        Array.Clear(_style);
        Array.Clear(_ngrams);
        Array.Clear(_lengths);
        Array.Clear(_words);
        (_styleSquares, _ngramSquares, Count) = (0, 0, 0);
    }

    /// <summary>Adds all texts of another window of the same reference.</summary>
    public void Add(WindowSums other)
    {
        VectorSums.Add(other._style, _style);
        VectorSums.Add(other._ngrams, _ngrams);
        for (int i = 0; i < _lengths.Length; i++)
        {
            _lengths[i] += other._lengths[i];
            _words[i] += other._words[i];
        }

        _styleSquares += other._styleSquares;
        _ngramSquares += other._ngramSquares;
        Count += other.Count;
    }

    /// <summary>The statistics of the window as it stands.</summary>
    public WindowScores Scores() => new(
        UStatistic.Of(_style, _styleSquares, Count),
        ShiftMixture.Of(_lengths),
        UStatistic.Of(_ngrams, _ngramSquares, Count),
        ShiftMixture.Of(_words));

    internal void Add(ReadOnlySpan<float> whitened, ReadOnlySpan<float> scaled)
    {
        VectorSums.Add(whitened, _style);
        VectorSums.Add(scaled, _ngrams);
        _styleSquares += VectorSums.Dot(whitened, whitened);
        _ngramSquares += VectorSums.Dot(scaled, scaled);
        Count++;
    }
}
