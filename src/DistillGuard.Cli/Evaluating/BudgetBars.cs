// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Evaluating;

/// <summary>The bars that a calibration sets at several budgets: whoever would be accused at each is known after one scan.</summary>
internal sealed class BudgetBars
{
    private readonly AccountBars[] _bars;

    /// <summary>Makes them.</summary>
    /// <param name="calibration">The calibration of the scan; <see langword="null"/> for none.</param>
    public BudgetBars(GuardCalibration? calibration) =>
        _bars = [.. Budgets.Select((calibration ?? GuardCalibration.Default).AccountBars)];

    /// <summary>The budgets, per benign account-day.</summary>
    public static IReadOnlyList<double> Budgets { get; } = [1e-2, 1e-3, 1e-4];

    /// <summary>The bar of all at a budget.</summary>
    public float PooledAt(int budget) => _bars[budget].Pooled.Bar;

    /// <summary>Notes a request of a day: held against the highest bar of the day so far, as a guard holds it.</summary>
    public void Note(BudgetDay day, in Verdict verdict)
    {
        for (int i = 0; i < _bars.Length; i++)
        {
            day.Bars[i] = Math.Max(day.Bars[i], _bars[i].Of(verdict.Segment));
            day.Reached[i] |= verdict.AccusableScore >= day.Bars[i];
        }
    }
}
