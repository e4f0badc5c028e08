// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What is kept of one account-day to say whether it would have been accused at other budgets.</summary>
internal sealed class BudgetDay
{
    /// <summary>The highest bar that applied so far, at each budget.</summary>
    public float[] Bars { get; } = new float[BudgetBars.Budgets.Count];

    /// <summary>Whether a score reached the bar of its time, at each budget.</summary>
    public bool[] Reached { get; } = new bool[BudgetBars.Budgets.Count];
}
