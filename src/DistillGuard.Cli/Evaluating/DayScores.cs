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

    /// <summary>The highest bar at which the account would have been accused by itself.</summary>
    public float Accusable { get; set; }

    /// <summary>What baselines look at.</summary>
    public BaselineSums Baselines { get; } = new();
}
