// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.CoordinatedTiming;

public sealed class CoordinatedTimingAnalyzerTests : AnalyzerContract
{
    private const string Turns = "timing.takes-turns";
    private const string Even = "timing.even-portions";

    private static readonly CoordinatedTimingAnalyzer Analyzer = new(new CoordinatedTimingOptions());

    [Test]
    public void Analyze_StrictTurns_WeighTheChanceThatNobodyRepeats()
    {
        // Five accounts of six: 30 · 5 / 30 = 5 repeats are expected, none came.
        Signal signal = Said(Dealt(5, 6), Turns)!.Value;

        Assert.That(signal.Weight, Is.EqualTo(Evidence.FromTail(Math.Exp(-5))).Within(0.001));
        Assert.That((signal.Measure, signal.Limit), Is.EqualTo((0f, 5 / 30f)));
    }

    [Test]
    public void Analyze_LongStrictTurns_WeighAtMostTheCap() => Assert.That(Said(Dealt(5, 100), Turns)!.Value.Weight, Is.EqualTo(3));

    [Test]
    public void Analyze_ManyGroupsLookedAt_TurnsWeighLess() =>
        Assert.That(Said(Dealt(5, 6) with { Candidates = 100 }, Turns), Is.Null);

    [Test]
    public void Analyze_RandomOrder_IsNoTurns()
    {
        var chance = new Random(4);

        GroupSample group = Free(GroupSample.Sent(6, [.. Enumerable.Range(0, 600).Select(_ => chance.Next(6))]));

        Assert.That(Said(group, Turns), Is.Null);
    }

    [Test]
    public void Analyze_InSittings_IsNoTurns() =>
        Assert.That(Said(Free(GroupSample.Sent(6, [.. Enumerable.Range(0, 600).Select(i => i / 5 % 6)])), Turns), Is.Null);

    [Test]
    public void Analyze_SlightLackOfRepeatsInALargeGroup_IsNoTurns()
    {
        // Significant at this size, but more than half of what chance gives: it means little.
        var chance = new Random(4);
        int last = -1;
        int[] senders = [.. Enumerable.Range(0, 6_000).Select(_ => last = chance.Next(6) is var next && next == last && chance.Next(3) == 0 ? (next + 1) % 6 : next)];

        Assert.That(Said(Free(GroupSample.Sent(6, senders)), Turns), Is.Null);
    }

    [TestCase(3, 40)]
    [TestCase(20, 3)]
    public void Analyze_FewAccountsOrFewExchanges_AreNoTurns(int members, int each) => Assert.That(Said(Dealt(members, each), Turns), Is.Null);

    [Test]
    public void Analyze_EqualPortions_WeighInFull()
    {
        Signal signal = Said(Dealt(8, 8), Even)!.Value;

        // Variance 0, mean 8: (0 - 8) / 64.
        Assert.That((signal.Weight, signal.Measure, signal.Limit), Is.EqualTo((1.2f, -0.125f, 0.2f)));
    }

    [Test]
    public void Analyze_UnequalPortions_SayNothing() => Assert.That(Said(Free(GroupSample.InTurn(2, 4, 6, 9, 12, 20, 30, 41)), Even), Is.Null);

    [Test]
    public void Analyze_OneAccountFarAboveTheMedian_DoesNotHideTheOthers() =>
        Assert.That(Said(Free(GroupSample.InTurn(8, 8, 8, 8, 8, 8, 8, 8, 33)), Even)!.Value.Weight, Is.EqualTo(1.2f));

    [Test]
    public void Analyze_SevenAccounts_AreTooFewForPortions() => Assert.That(Said(Dealt(7, 20), Even), Is.Null);

    [Test]
    public void Analyze_JobsAtTheSameMinute_SayNothing() =>
        Assert.That(Jobs(static (member, day) => TimeSpan.FromDays(day) + TimeSpan.FromSeconds(member)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_NightlyJobsEachAtItsOwnMinute_SayNothing() =>
        Assert.That(Jobs(static (member, day) => TimeSpan.FromDays(day) + TimeSpan.FromMinutes(7.3 * member)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_DealtOutBesideScheduledJobs_IsHeard()
    {
        // Eight jobs on the hour and eight accounts that are dealt to, every 17 minutes.
        var times = new List<(long Ticks, int Member)>();
        for (int i = 0; i < 200; i++)
        {
            times.Add((i * 17 * TimeSpan.TicksPerMinute, 8 + (i % 8)));
            times.Add((i / 8 * TimeSpan.TicksPerHour, i % 8));
        }

        Signal signal = Said(At(16, times), Turns)!.Value;

        Assert.That((signal.Weight, signal.Measure), Is.EqualTo((3f, 0f)));
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddCoordinatedTiming();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(GroupPlans.People).Add(GroupPlans.Campaign);

    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(GroupPlans.People)
        .Add(GroupPlans.Customers with { Name = "jobs", Dispatch = Dispatch.FullHours, Unevenness = 0 });

    private static Signal? Said(GroupSample group, string id)
    {
        Signal[] signals = [.. group.AnalyzedBy(Analyzer).Where(signal => signal.Info.Id == id)];
        return signals.Length == 0 ? null : signals.Single();
    }

    // Turns of 37 minutes and a bit: no schedule that a job has.
    private static GroupSample Dealt(int members, int each) => Free(GroupSample.InTurn([.. Enumerable.Repeat(each, members)]));

    private static GroupSample Free(GroupSample group) =>
        group.WithExchanges((exchange, i) => exchange with { Ticks = Traffic.Start.UtcTicks + (i * (TimeSpan.FromMinutes(37.37).Ticks / group.Members.Count)) });

    private static GroupSample Jobs(Func<int, int, TimeSpan> time) =>
        At(12, [.. Enumerable.Range(0, 12 * 20).Select(i => (time(i % 12, i / 12).Ticks, i % 12))]);

    private static GroupSample At(int members, List<(long Ticks, int Member)> times)
    {
        (long Ticks, int Member)[] sorted = [.. times.OrderBy(sent => sent.Ticks)];
        return GroupSample.Sent(members, [.. sorted.Select(sent => sent.Member)])
            .WithExchanges((exchange, i) => exchange with { Ticks = Traffic.Start.UtcTicks + sorted[i].Ticks });
    }
}
