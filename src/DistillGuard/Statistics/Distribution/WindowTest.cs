// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Judges one window of texts by how far its statistics lie above those of benign windows, all together.</summary>
/// <remarks>
/// Triage within one surface, for one customer's traffic against that customer's own: it says "other text than before", never
/// "extraction", and a new task is other text. Each statistic can only rise when text is other, so what lies below the median counts nothing, and the
/// rest counts as the length of a vector: the likelihood ratio for independent normal statistics whose means may only rise (Kudô, 1963). The largest alone
/// would miss what shows a little in every part; a plain sum would drown what shows in one. Immutable.
/// </remarks>
internal sealed class WindowTest
{
    private static readonly WindowParts[] Single =
        [WindowParts.Style, WindowParts.Length, WindowParts.NGrams, WindowParts.Words, WindowParts.Vocabulary, WindowParts.Rarity];

    private readonly WindowParts _parts;
    private readonly NullScale[] _scales = new NullScale[Single.Length];
    private readonly double[] _null;

    /// <summary>Takes the scale of each part, and the distribution of all together, from benign windows.</summary>
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

            _scales[part] = NullScale.Of(values);
        }

        _null = new double[scores.Length];
        for (int i = 0; i < _null.Length; i++)
        {
            _null[i] = Statistic(scores[i]);
        }

        Array.Sort(_null);
    }

    /// <summary>How far the window's statistics lie above their medians together; of one part alone, 1 is its 99th percentile.</summary>
    public double Statistic(in WindowScores scores)
    {
        double squares = 0;
        for (int part = 0; part < Single.Length; part++)
        {
            if (_parts.HasFlag(Single[part]))
            {
                double above = Math.Max(0, _scales[part].Place(scores.Of(Single[part])));
                squares += above * above;
            }
        }

        return Math.Sqrt(squares);
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
