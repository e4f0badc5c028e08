// SPDX-License-Identifier: MIT

using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>The bars of segments as the guard asks for them: two for each segment that has its own. Immutable; allocates nothing when asked.</summary>
internal sealed class SegmentBars
{
    /// <summary>Most plans that a calibration tells apart; of more, those met later have the bar of all.</summary>
    public const int MostPlans = 32;

    private readonly (SegmentId Segment, BarPair Bars)[] _own;

    private SegmentBars((SegmentId Segment, BarPair Bars)[] own) => _own = own;

    /// <summary>No segment has bars of its own.</summary>
    public static SegmentBars None { get; } = new([]);

    /// <summary>Whether no segment has bars of its own: then nobody need ask.</summary>
    public bool IsEmpty => _own.Length == 0;

    /// <summary>Joins the bars at a budget with those at a tenth of it.</summary>
    public static SegmentBars Of(AccountBars elevated, AccountBars high)
    {
        var own = new List<(SegmentId, BarPair)>();
        for (int i = 0; i < elevated.Segments.Count; i++)
        {
            // A segment too thin for a tenth of the budget keeps the distance between the bars, or whoever reached the one reached both.
            float lift = elevated.Segments[i].Bar - elevated.Pooled.Bar;
            var bars = new BarPair(elevated.Segments[i].Bar, Math.Max(high.Segments[i].Bar, high.Pooled.Bar + lift));
            if (bars != new BarPair(elevated.Pooled.Bar, high.Pooled.Bar))
            {
                own.Add((elevated.Segments[i].Segment.Id, bars));
            }
        }

        return own.Count == 0 ? None : new SegmentBars([.. own]);
    }

    /// <summary>Raises bars to the highest that applies to a request. At most as many steps as a calibration has segments.</summary>
    public BarPair Raise(BarPair bars, in RequestSegment request)
    {
        foreach ((SegmentId segment, BarPair own) in _own)
        {
            bars = segment.Covers(in request) ? bars.Or(own) : bars;
        }

        return bars;
    }
}
