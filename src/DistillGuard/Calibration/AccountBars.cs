// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>The bars of accounts at a budget: that of all, and those of segments whose benign traffic needs a higher one. Immutable; safe on any thread.</summary>
public sealed class AccountBars
{
    private readonly SegmentBar[] _own;

    internal AccountBars(GuardCalibration calibration, double probability)
    {
        Pooled = BarSelection.Choose(calibration.AccountMaxima, calibration.MadeFrom.AccountDays, probability);
        Segments = [.. calibration.Segments.Select(segment => Choose(segment, Pooled.Bar, probability))];
        _own = [.. Segments.Where(segment => segment.Basis == SegmentBasis.Own)];
    }

    /// <summary>The bar of all: of accounts whose segments have none of their own.</summary>
    public BarEstimate Pooled { get; }

    /// <summary>Every segment of the calibration, in its order.</summary>
    public IReadOnlyList<SegmentBar> Segments { get; }

    /// <summary>The segments that have a higher bar than all; as a rule none.</summary>
    public IReadOnlyList<SegmentBar> Own => _own;

    /// <summary>The highest bar that applies to a request.</summary>
    /// <remarks>
    /// A guard holds an account against the highest bar of the requests of the same UTC day so far, for the day is what was calibrated.
    /// </remarks>
    public float Of(in RequestSegment request)
    {
        float bar = Pooled.Bar;
        foreach (SegmentBar own in _own)
        {
            bar = own.Segment.Id.Covers(in request) ? Math.Max(bar, own.Bar) : bar;
        }

        return bar;
    }

    // Never lower, however quiet. And not for a higher upper limit alone: that of few account-days is always higher.
    private static SegmentBar Choose(CalibrationSegment segment, float pooled, double probability)
    {
        long days = segment.AccountDays;
        int exceeded = segment.AccountMaxima.Count(score => score >= pooled);
        double lower = BinomialInterval.Lower(exceeded, days, BarSelection.Confidence);
        SegmentBasis basis = !BarSelection.IsEnough(days, probability) ? SegmentBasis.Thin
            : lower > probability ? SegmentBasis.Own
            : SegmentBasis.Pooled;
        float bar = basis == SegmentBasis.Own
            ? Math.Max(pooled, BarSelection.Choose(segment.AccountMaxima, days, probability).Bar)
            : pooled;
        return new SegmentBar(segment, basis, bar, exceeded, lower, BinomialInterval.Upper(exceeded, days, BarSelection.Confidence));
    }
}
