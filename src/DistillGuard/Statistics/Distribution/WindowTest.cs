// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Judges one window of texts by the largest of its statistics, each on the scale of benign windows.</summary>
/// <remarks>
/// Triage within one surface, for one customer's traffic against that customer's own: it says "other text than before", never
/// "extraction", and a new task is other text. Immutable.
/// </remarks>
internal sealed class WindowTest
{
    private static readonly WindowParts[] Single = [WindowParts.Style, WindowParts.Length, WindowParts.NGrams, WindowParts.Words];

    private readonly WindowParts _parts;
    private readonly double[] _medians = new double[Single.Length];
    private readonly double[] _spreads = new double[Single.Length];
    private readonly double[] _null;

    /// <summary>Takes the scale of each part, and the distribution of their largest, from benign windows.</summary>
    public WindowTest(WindowNull windows, WindowParts parts)
    {
        _parts = parts;
        ReadOnlySpan<WindowScores> scores = windows.Scores;
        var values = new double[scores.Length];
        for (int part = 0; part < Single.Length; part++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = scores[i].Of(Single[part]);
            }

            Array.Sort(values);
            _medians[part] = values[values.Length / 2];
            _spreads[part] = Math.Max(values[values.Length * 99 / 100] - _medians[part], 1e-12);
        }

        _null = new double[scores.Length];
        for (int i = 0; i < _null.Length; i++)
        {
            _null[i] = Statistic(scores[i]);
        }

        Array.Sort(_null);
    }

    /// <summary>The largest of the window's statistics: 0 is the median of benign windows, 1 their 99th percentile, where alarms begin.</summary>
    public double Statistic(in WindowScores scores)
    {
        double largest = double.NegativeInfinity;
        for (int part = 0; part < Single.Length; part++)
        {
            if (_parts.HasFlag(Single[part]))
            {
                largest = Math.Max(largest, (scores.Of(Single[part]) - _medians[part]) / _spreads[part]);
            }
        }

        return largest;
    }

    /// <summary>(1 + how many benign windows score as high) / (1 + how many there are).</summary>
    public double PValue(in WindowScores scores)
    {
        double statistic = Statistic(scores);
        int low = 0;
        int high = _null.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _null[middle] < statistic ? (middle + 1, high) : (low, middle);
        }

        return (1.0 + _null.Length - low) / (1.0 + _null.Length);
    }
}
