// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Evaluating.Baselines;

namespace DistillGuard.Cli.Evaluating;

/// <summary>What is kept of one account and UTC day.</summary>
/// <param name="day">Days since the year 1.</param>
internal sealed class DayScores(long day)
{
    /// <summary>Days since the year 1.</summary>
    public long Day { get; } = day;

    /// <summary>Exchanges evaluated.</summary>
    public int Exchanges { get; set; }

    /// <summary>How far it was above the bar that held for it, at its highest; below 0 when it stayed below.</summary>
    public float Margin { get; set; } = float.NegativeInfinity;

    /// <summary>Whether it would have been accused at each of the budgets of <see cref="BudgetBars"/>.</summary>
    public BudgetDay AtBudgets { get; } = new();

    /// <summary>What baselines look at.</summary>
    public BaselineSums Baselines { get; } = new();
}
