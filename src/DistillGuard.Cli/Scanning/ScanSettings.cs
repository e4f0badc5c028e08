// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Scanning;

/// <summary>What a scan was asked to do.</summary>
internal sealed record ScanSettings
{
    /// <summary>The logs, in the order given; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>The calibration's file; <see langword="null"/> for none.</summary>
    public string? Calibration { get; init; }

    /// <summary>File with the deployment's secret; <see langword="null"/> for the tool's own.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether it learns for a calibration, and so remembers all that it has room for.</summary>
    public bool IsCalibrating { get; init; }

    /// <summary>A family of evidence that weighs nothing; <see langword="null"/> for none.</summary>
    public SignalFamily? Without { get; init; }

    /// <summary>Rule files and folders added to the built-in catalogue.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Name of a region preset, or the path of a policy file; <see langword="null"/> for no policy.</summary>
    public string? Regions { get; init; }

    /// <summary>False accusations accepted per benign account-day.</summary>
    public double Budget { get; init; } = FalseAlarmBudget.Default.PerAccountDay;

    /// <summary>Where the findings file goes; <see langword="null"/> for none.</summary>
    public string? Findings { get; init; }

    /// <summary>Where the report goes, a page of HTML; <see langword="null"/> for none.</summary>
    public string? Report { get; init; }

    /// <summary>The level from which the exit code says so; <see langword="null"/> for never.</summary>
    public VerdictLevel? FailOn { get; init; }

    /// <summary>Whether figures about the run itself are printed too.</summary>
    public bool Verbose { get; init; }
}
