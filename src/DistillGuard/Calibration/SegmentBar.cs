// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The bar of a segment, and why it is that.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Basis">Why.</param>
/// <param name="Bar">The score from which an account of the segment is accused, in natural log-odds; never below the bar of all.</param>
/// <param name="Exceeded">How many of its benign account-days reached the bar of all.</param>
/// <param name="LowerRate">Lower 95 % confidence limit of how often they do, one-sided; 0 to 1.</param>
/// <param name="UpperRate">Upper 95 % confidence limit, one-sided; 0 to 1.</param>
public sealed record SegmentBar(
    CalibrationSegment Segment,
    SegmentBasis Basis,
    float Bar,
    int Exceeded,
    double LowerRate,
    double UpperRate);
