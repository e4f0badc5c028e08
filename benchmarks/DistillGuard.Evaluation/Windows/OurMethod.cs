// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>The reference of the library, which gives all statistics at once; <see cref="WindowTest"/> calibrates it itself.</summary>
internal sealed class OurMethod
{
    private WindowSums?[] _texts = [];
    private readonly WindowSums _window = new();

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        WindowReference learned = WindowReference.Fit(pair.Rows, reference);
        _texts = new WindowSums?[pair.Rows.Count];
        foreach (int row in drawn)
        {
            _texts[row] = new WindowSums();
            learned.Add(pair.Rows.Style(row), pair.Rows.NGrams(row), pair.Rows.Words(row), _texts[row]!);
        }
    }

    public WindowScores Score(ReadOnlySpan<int> window)
    {
        _window.Clear();
        foreach (int row in window)
        {
            _window.Add(_texts[row]!);
        }

        return _window.Scores();
    }
}
