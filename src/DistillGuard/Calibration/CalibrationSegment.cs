// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The benign traffic of one segment of customers. Immutable; safe on any thread.</summary>
public sealed class CalibrationSegment
{
    internal CalibrationSegment(SegmentId id) => Id = id;

    /// <summary>By what the segment is told apart; exactly one.</summary>
    public SegmentDimensions Dimension => Id.Dimension;

    /// <summary>
    /// What is told apart: <c>batch</c>, <c>openai.responses</c>, <c>cyrillic</c>; of a plan the keyed hash of its name, as 16 hexadecimal
    /// digits of <see cref="Verdicts.RequestSegment.Plan"/>, for a plan made for one customer may be named after it.
    /// </summary>
    public string Value => Id.Text;

    /// <summary>Accounts that were ever in the segment; at least 1.</summary>
    public required long Accounts { get; init; }

    /// <summary>Account-days on which the account was in the segment, if only by one request.</summary>
    public required long AccountDays { get; init; }

    /// <summary>
    /// The highest accusable score of each of these account-days from the first request in the segment on, in natural log-odds, highest first:
    /// those above 0, at most <see cref="GuardCalibration.MostMaxima"/>.
    /// </summary>
    public required IReadOnlyList<float> AccountMaxima { get; init; }

    internal SegmentId Id { get; }
}
