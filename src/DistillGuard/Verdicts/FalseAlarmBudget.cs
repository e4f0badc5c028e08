// SPDX-License-Identifier: MIT

namespace DistillGuard.Verdicts;

/// <summary>How many false accusations the operator accepts.</summary>
/// <param name="PerAccountDay">Accusations per benign account and day. Between 1e-9 and 0.5; default 1e-4.</param>
/// <param name="GroupsPerDay">Benign groups accused per day. Between 1e-9 and 100; default 0.01.</param>
public readonly record struct FalseAlarmBudget(double PerAccountDay = 1e-4, double GroupsPerDay = 0.01)
{
    /// <summary>One false accusation in 10,000 benign account-days; one benign group in 100 days.</summary>
    public static FalseAlarmBudget Default { get; } = new(1e-4, 0.01);
}
