// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>A calibration as a guard uses it: bars chosen at the operator's budget, and the pieces that link nobody. Immutable; safe on any thread.</summary>
internal sealed class CalibrationUse
{
    /// <summary>What it was made of; <see langword="null"/> where nobody has calibrated.</summary>
    public required GuardCalibration? Calibration { get; init; }

    /// <summary>Weighs what accounts send.</summary>
    public required FusionPolicy Accounts { get; init; }

    /// <summary>The bars of segments that have their own.</summary>
    public required SegmentBars Segments { get; init; }

    /// <summary>Weighs what groups have in common.</summary>
    public required GroupPolicy Groups { get; init; }

    /// <summary>The template pieces that link nobody.</summary>
    public required CommonPieces Common { get; init; }
}
