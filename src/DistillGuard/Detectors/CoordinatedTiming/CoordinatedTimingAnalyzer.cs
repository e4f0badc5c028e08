// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>Whether a group's exchanges look dealt out: taken in turn, or in equal portions.</summary>
internal sealed class CoordinatedTimingAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "coordinated-timing";

    private readonly CoordinatedTimingOptions _options;

    public CoordinatedTimingAnalyzer(CoordinatedTimingOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        bool[] isLeftOut = FindApart(in group);
        PortionCounts all = PortionCounts.Of(in group, isLeftOut);
        double turns = WeighTurns(in all, group.Candidates);
        double even = WeighPortions(in all);
        if (turns <= 0 && even <= 0)
        {
            return;
        }

        // Jobs of one product at many customers, each by its own clock, come in the same order every time and send the same number: they look
        // dealt out, and nobody deals. So both must hold without the accounts on a schedule as well.
        ClockPhase.AddScheduled(in group, _options.ScheduledFrom, isLeftOut);
        PortionCounts free = PortionCounts.Of(in group, isLeftOut);
        turns = Math.Min(turns, WeighTurns(in free, group.Candidates));
        even = Math.Min(even, WeighPortions(in free));
        if (turns > 0)
        {
            signals.Add(new Signal(
                CoordinatedTimingSignals.Turns, (float)turns, (float)free.Repeats / free.Total, (float)(free.ExpectedRepeats / free.Total)));
        }

        if (even > 0)
        {
            signals.Add(new Signal(CoordinatedTimingSignals.Even, (float)even, (float)free.Excess, (float)_options.UnevenFrom));
        }
    }

    // One account that sends many times as much as the others is not dealt to like them: it would hide how evenly they are.
    private bool[] FindApart(in GroupView group)
    {
        var counts = new List<int>(group.Members.Length);
        foreach (ref readonly GroupMember member in group.Members)
        {
            if (member.Exchanges > 0)
            {
                counts.Add(member.Exchanges);
            }
        }

        counts.Sort();
        double limit = counts.Count == 0 ? 0 : _options.ApartFactor * counts[counts.Count / 2];
        bool[] isApart = new bool[group.Members.Length];
        for (int i = 0; i < isApart.Length; i++)
        {
            isApart[i] = group.Members[i].Exchanges > limit;
        }

        return isApart;
    }

    // If the counts were fixed and the order were chance, the number of exchanges that follow one of the same account would be nearly Poisson
    // distributed. Sittings only make it larger, so that independent customers are never below; a dispatcher that deals out is.
    private double WeighTurns(in PortionCounts counts, int candidates)
    {
        if (!counts.Has(_options.FewestMembers, _options.FewestPerMember) || counts.Repeats > _options.MostRepeats * counts.ExpectedRepeats)
        {
            return 0;
        }

        // As many groups as were looked at had the chance to look like this.
        double tail = PoissonTail.AtMost(counts.Repeats, counts.ExpectedRepeats) * candidates;
        return Math.Min(_options.MostTurnsWeight, Evidence.FromTail(tail));
    }

    // Counts of independent customers vary far more than a Poisson process; portions dealt out vary like one, or less. After a sitting or two
    // everybody has sent about as much: it takes visits, not exchanges, to tell.
    private double WeighPortions(in PortionCounts counts) =>
        counts.HasVisits(_options.FewestEvenMembers, _options.FewestPerEvenMember)
            ? _options.EvenWeight * Math.Clamp((_options.UnevenFrom - counts.Excess) / (_options.UnevenFrom - _options.EvenBelow), 0, 1)
            : 0;
}
