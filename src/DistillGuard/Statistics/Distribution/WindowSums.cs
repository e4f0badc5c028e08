// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>The running sums of one window: some 9 KB, whatever the number of texts.</summary>
/// <remarks>Windows of the same reference can be added up. Not safe to use from several threads at once.</remarks>
internal sealed class WindowSums
{
    private readonly float[] _style = new float[StyleVector.Length];
    private readonly float[] _ngrams = new float[HashedNGrams.Buckets];
    private readonly float[] _vocabulary = new float[WordBag.Buckets];
    private readonly double[] _lengths = new double[ShiftMixture.Alternatives];
    private readonly double[] _words = new double[ShiftMixture.Alternatives];
    private readonly double[] _rarity = new double[ShiftMixture.Alternatives];
    private double _styleSquares;
    private double _ngramSquares;
    private double _vocabularySquares;

    /// <summary>How many texts the window holds.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of squared lengths of whitened style vectors.</summary>
    public double StyleSquares => _styleSquares;

    internal Span<double> LengthSums => _lengths;

    internal Span<double> WordSums => _words;

    internal Span<double> RaritySums => _rarity;

    /// <summary>Empties the window.</summary>
    public void Clear()
    {
        Array.Clear(_style);
        Array.Clear(_ngrams);
        Array.Clear(_lengths);
        Array.Clear(_vocabulary);
        Array.Clear(_words);
        Array.Clear(_rarity);
        (_styleSquares, _ngramSquares, _vocabularySquares, Count) = (0, 0, 0, 0);
    }

    /// <summary>Adds all texts of another window of the same reference.</summary>
    public void Add(WindowSums other)
    {
        VectorSums.Add(other._style, _style);
        VectorSums.Add(other._ngrams, _ngrams);
        VectorSums.Add(other._vocabulary, _vocabulary);
        for (int i = 0; i < _lengths.Length; i++)
        {
            _lengths[i] += other._lengths[i];
            _words[i] += other._words[i];
            _rarity[i] += other._rarity[i];
        }

        _styleSquares += other._styleSquares;
        _ngramSquares += other._ngramSquares;
        _vocabularySquares += other._vocabularySquares;
        Count += other.Count;
    }

    /// <summary>The statistics of the window as it stands.</summary>
    public WindowScores Scores() => new(
        UStatistic.Of(_style, _styleSquares, Count),
        ShiftMixture.Of(_lengths),
        UStatistic.Of(_ngrams, _ngramSquares, Count),
        ShiftMixture.Of(_words),
        UStatistic.Of(_vocabulary, _vocabularySquares, Count),
        ShiftMixture.Of(_rarity));

    internal void Add(ReadOnlySpan<float> whitened, ReadOnlySpan<float> ngrams, ReadOnlySpan<float> vocabulary)
    {
        VectorSums.Add(whitened, _style);
        VectorSums.Add(ngrams, _ngrams);
        VectorSums.Add(vocabulary, _vocabulary);
        _styleSquares += VectorSums.Dot(whitened, whitened);
        _ngramSquares += VectorSums.Dot(ngrams, ngrams);
        _vocabularySquares += VectorSums.Dot(vocabulary, vocabulary);
        Count++;
    }
}
