// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>What is counted of one segment. Not thread-safe.</summary>
/// <param name="segment">The segment.</param>
internal sealed class SegmentTally(SegmentId segment)
{
    public SegmentId Segment { get; } = segment;

    public long Accounts { get; set; }

    public long AccountDays { get; set; }

    /// <summary>Of the days that are over.</summary>
    public HighestScores Maxima { get; } = new();
}
