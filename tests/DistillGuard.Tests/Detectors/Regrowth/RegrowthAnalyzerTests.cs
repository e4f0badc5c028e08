// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.Regrowth;

public sealed class RegrowthAnalyzerTests : AnalyzerContract
{
    private static readonly RegrowthAnalyzer Analyzer = new(new RegrowthOptions());
    private static readonly GroupPopulation Population = GroupPopulation.Of(new DateTimeOffset[999], suspended: 9);

    [Test]
    public void Analyze_TwoSuspendedTwoNew_WeighTheChanceThatSoManyAre()
    {
        Signal signal = Group(earlier: 4, suspended: 2, newcomers: 2).AnalyzedBy(Analyzer).Single();

        Assert.That(signal.Weight, Is.EqualTo(Math.Min(3, Evidence.FromTail(BinomialTail.AtLeast(2, 6, 0.01)))).Within(0.001));
        Assert.That((signal.Measure, signal.Limit), Is.EqualTo((0.5f, 0.01f)));
    }

    [TestCase(1, 5)]
    [TestCase(5, 1)]
    [TestCase(0, 5)]
    [TestCase(6, 2)]
    public void Analyze_TooFewSuspendedOrTooFewNew_SaysNothing(int suspended, int newcomers) =>
        Assert.That(Group(8, suspended, newcomers).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_FewSuspendedOfHundreds_SaysNothing() =>
        Assert.That(Group(earlier: 300, suspended: 4, newcomers: 60).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_ManyGroupsLookedAt_WeighsLess()
    {
        GroupSample group = Group(earlier: 6, suspended: 2, newcomers: 3);

        Assert.That(Weight(group with { Candidates = 20 }), Is.LessThan(Weight(group)));
    }

    [Test]
    public void Analyze_TimeBeforeTheSuspensionIsForgotten_SaysNothing()
    {
        // The window has moved on: nothing of the suspended is left, and everybody's first remembered exchange lies behind the suspension.
        GroupSample group = Group(earlier: 8, suspended: 3, newcomers: 0)
            .WithMembers((member, _) => member.SuspendedTicks > 0
                ? member with { Exchanges = 0, FirstTicks = 0, LastTicks = 0 }
                : member with { FirstTicks = member.FirstTicks + TimeSpan.TicksPerDay });

        Assert.That(group.AnalyzedBy(Analyzer), Is.Empty);
    }

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddRegrowth(options =>
            {
                options.Fewest = 0;
                options.NewcomersPerSuspended = -1;
                options.MostWeight = double.NaN;
                options.Remembered = TimeSpan.FromDays(-1);
            })),
            Is.EqualTo(new[]
            {
                "regrowth: Fewest is 0; it must be from 1 to 1000.",
                "regrowth: NewcomersPerSuspended is -1; it must be from 0 to 10.",
                "regrowth: MostWeight is NaN; it must be from 0 to 5.",
                "regrowth: Remembered is -1.00:00:00; it must be from 00:00:00 to 30.00:00:00.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddRegrowth();

    protected override void AddCampaign(GroupScenario scenario) => RegrowthScripts.AddReplaced(scenario.Add(GroupPlans.People));

    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(GroupPlans.People)
        .Add(GroupPlans.Customers)
        .Enforce("customers-3", Traffic.Start.AddHours(20));

    private static double Weight(GroupSample group) => group.AnalyzedBy(Analyzer).Single().Weight;

    // Earlier members send in the first hour, the suspended are stopped then, newcomers come in the second.
    private static GroupSample Group(int earlier, int suspended, int newcomers)
    {
        long start = Traffic.Start.UtcTicks;
        int all = earlier + newcomers;
        return (GroupSample.InTurn([.. Enumerable.Repeat(2, all)]) with { Population = Population }).WithMembers((member, i) => member with
        {
            FirstTicks = i < earlier ? start : start + (2 * TimeSpan.TicksPerHour),
            LastTicks = start + (3 * TimeSpan.TicksPerHour),
            SuspendedTicks = i < suspended ? start + TimeSpan.TicksPerHour : 0,
        });
    }
}
