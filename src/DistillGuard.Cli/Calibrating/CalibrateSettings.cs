// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Calibrating;

/// <summary>What <c>calibrate</c> was asked to do.</summary>
internal sealed record CalibrateSettings
{
    /// <summary>The benign logs, in the order given; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>Where the calibration goes.</summary>
    public required string Out { get; init; }

    /// <summary>By what customers are told apart.</summary>
    public SegmentDimensions Segments { get; init; } = SegmentDimensions.All;

    /// <summary>Rule files and folders added to the built-in catalogue.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>File with the deployment's secret; <see langword="null"/> for the tool's own.</summary>
    public string? Secret { get; init; }

    /// <summary>The scan that learns.</summary>
    public ScanSettings ToScan() => new()
    {
        Logs = Logs,
        Rules = Rules,
        Secret = Secret,
        IsCalibrating = true,
    };
}
