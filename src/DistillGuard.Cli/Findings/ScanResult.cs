// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Scanning;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>All that a scan found, ready to be written and shown.</summary>
internal sealed class ScanResult
{
    /// <summary>What was read.</summary>
    public required TrafficLogCounters Log { get; init; }

    /// <summary>The first lines that do not follow the format.</summary>
    public required IReadOnlyList<TrafficLogProblem> Problems { get; init; }

    /// <summary>What the guard did.</summary>
    public required GuardCounters Guard { get; init; }

    /// <summary>The engine's set-up.</summary>
    public required GuardSetup Setup { get; init; }

    /// <summary>False accusations accepted.</summary>
    public required FalseAlarmBudget Budget { get; init; }

    /// <summary>What was kept.</summary>
    public required FindingsCollector Collected { get; init; }

    /// <summary>The accounts accused, highest score first.</summary>
    public required IReadOnlyList<AccountRecord> Accounts { get; init; }

    /// <summary>The highest scores among the others.</summary>
    public required IReadOnlyList<AccountRecord> Watch { get; init; }

    /// <summary>The groups accused, highest score first.</summary>
    public required IReadOnlyList<GroupRecord> Groups { get; init; }

    /// <summary>The highest scores among the other groups.</summary>
    public required IReadOnlyList<GroupRecord> GroupWatch { get; init; }

    /// <summary>What the region policy says.</summary>
    public required IReadOnlyList<RegionFinding> Regions { get; init; }

    /// <summary>What other policies say.</summary>
    public required IReadOnlyList<PolicyNote> Notes { get; init; }

    /// <summary>Whether the traffic still looks like that of the calibration; <see langword="null"/> without one.</summary>
    public CalibrationFit? Fit { get; init; }

    /// <summary>Time the reading took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether a finding reaches a level.</summary>
    public bool Reaches(VerdictLevel level) =>
        Accounts.Any(account => account.Level >= level) || Groups.Any(group => group.Finding.Level >= level);
}
