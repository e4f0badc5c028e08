// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.Regrowth;

/// <summary>Whether accounts took over a template when others that sent it were shut out.</summary>
internal sealed class RegrowthAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "regrowth";

    private static readonly SignalInfo Regrown = new()
    {
        Id = "identity.regrowth",
        Title = "When accounts were suspended, new ones went on with the same template",
        Family = SignalFamily.Identity,
        Reason = "{0:P0} of the earlier members were suspended, and others took over; {1:P1} of all accounts are suspended",
        Innocent = "a customer suspended by mistake who moved to another account, or a wave of suspensions among users of one tool.",
        References = ["AA26-251A", "OWASP AISVS 11.5.3"],
    };

    private readonly RegrowthOptions _options;

    public RegrowthAnalyzer(RegrowthOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        int suspended = CountSuspended(in group, group.SinceTicks + _options.Remembered.Ticks, out long firstSuspension);
        if (suspended < _options.Fewest)
        {
            return;
        }

        int newcomers = CountFirstAfter(in group, firstSuspension);
        if (newcomers < Math.Max(_options.Fewest, (int)(_options.NewcomersPerSuspended * suspended)))
        {
            return;
        }

        // Relative to how many accounts are suspended everywhere: in a framework's hundreds of users some always are. As many groups as
        // were looked at had the chance to look like this.
        double usual = group.Population.ShareSuspended;
        double tail = BinomialTail.AtLeast(suspended, group.Members.Length, usual);
        double weight = Math.Min(_options.MostWeight, Evidence.FromTail(tail * group.Candidates));
        if (weight > 0)
        {
            int earlier = Math.Max(suspended, group.Members.Length - newcomers);
            signals.Add(new Signal(Regrown, (float)weight, (float)suspended / earlier, (float)usual));
        }
    }

    private static int CountSuspended(in GroupView group, long since, out long firstSuspension)
    {
        int suspended = 0;
        firstSuspension = long.MaxValue;
        foreach (ref readonly GroupMember member in group.Members)
        {
            if (WasStopped(in member, since))
            {
                suspended++;
                firstSuspension = Math.Min(firstSuspension, member.SuspendedTicks);
            }
        }

        return suspended;
    }

    // What was sent before must still be remembered, its own exchanges and those of the others. Otherwise every member would look like one that came
    // after.
    private static bool WasStopped(in GroupMember member, long since) =>
        member.SuspendedTicks > 0 && member.SuspendedTicks >= since && member.Exchanges > 0 && member.FirstTicks < member.SuspendedTicks;

    private static int CountFirstAfter(in GroupView group, long ticks)
    {
        int count = 0;
        foreach (ref readonly GroupMember member in group.Members)
        {
            count += member.Exchanges > 0 && member.FirstTicks > ticks ? 1 : 0;
        }

        return count;
    }
}
