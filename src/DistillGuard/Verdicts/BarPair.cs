// SPDX-License-Identifier: MIT

namespace DistillGuard.Verdicts;

/// <summary>The two scores that a verdict is held against.</summary>
/// <param name="Elevated">The score from which an accusation is made at the budget.</param>
/// <param name="High">The score from which it would be made at a tenth of the budget.</param>
internal readonly record struct BarPair(float Elevated, float High)
{
    /// <summary>The bars while nobody has calibrated.</summary>
    /// <param name="budget">False alarms accepted.</param>
    public static BarPair Assumed(double budget) => new(AssumedAt(budget), AssumedAt(budget / 10));

    /// <summary>
    /// Ville's inequality: where weights are honest log-likelihood ratios, the score of somebody benign ever reaches ln(1/p) with
    /// probability at most p.
    /// </summary>
    public static float AssumedAt(double falseAlarms) => (float)-Math.Log(falseAlarms);

    /// <summary>The higher of either score.</summary>
    public BarPair Or(BarPair other) => new(Math.Max(Elevated, other.Elevated), Math.Max(High, other.High));

    /// <summary>How an accusable score stands against them.</summary>
    public VerdictLevel LevelOf(float accusable) =>
        accusable < Elevated ? VerdictLevel.None
        : accusable < High ? VerdictLevel.Elevated
        : VerdictLevel.High;
}
