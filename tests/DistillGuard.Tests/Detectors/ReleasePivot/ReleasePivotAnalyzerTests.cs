// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.ReleasePivot;

public sealed class ReleasePivotAnalyzerTests : AnalyzerContract
{
    private const string Pivot = "volume.release-pivot";

    private static readonly DateTimeOffset Release = Traffic.Start + TimeSpan.FromDays(1);
    private static readonly GroupPlan People = GroupPlans.People with { Model = static _ => "old" };
    private static readonly GroupPlan Movers = GroupPlans.Campaign with { Model = static time => time < Release ? "old" : "new" };

    [Test]
    public void Run_GroupMovesWhereOthersStay_WeighsInFull()
    {
        Signal signal = Run(People, Movers).ShouldHaveSignal("campaign", Pivot);

        Assert.That((signal.Weight, signal.Measure), Is.EqualTo((1f, 1f)));
        Assert.That(signal.Limit, Is.InRange(0.01, 0.5));
    }

    [Test]
    public void Run_ReleaseDayOnWhichEverybodyJumps_SaysNothing() =>
        Run(People with { Model = Movers.Model }, Movers).ShouldNotHaveSignal("campaign", Pivot);

    [Test]
    public void Run_EvaluationOfOneAccountOnReleaseDay_DoesNotSpeakForItsGroup()
    {
        GroupPlan group = Movers with { Accounts = 12, Model = static _ => "old" };
        GroupPlan evaluation = Movers with { Name = "evaluation", Accounts = 1, ExchangesPerAccount = 600, Start = Release };

        new GroupScenario(Configure).Add(People).Add(group).Add(evaluation).Release("new", Release).Run()
            .ShouldNotHaveSignal("campaign", Pivot);
    }

    [Test]
    public void Run_HalfOfTheGroupMoves_SaysNothing()
    {
        Func<int, Random, Exchange> prompts = Movers.Prompts;
        GroupScenario scenario = new GroupScenario(Configure)
            .Add(People)
            .Add(Movers with { Accounts = 10 })
            .Add(Movers with { Name = "stayers", Accounts = 10, Model = static _ => "old", Prompts = prompts });

        scenario.Release("new", Release).Run().ShouldNotHaveSignal("campaign", Pivot);
    }

    [Test]
    public void Run_GuardIsNotToldOfTheRelease_SaysNothing() =>
        new GroupScenario(Configure).Add(People).Add(Movers).Run().ShouldNotHaveSignal("campaign", Pivot);

    [Test]
    public void Run_NameSpelledAsOneApiSpellsIt_IsTheSameModel() =>
        Assert.That(
            Run(People, Movers with { Model = static time => time < Release ? "old" : "models/new" }).ShouldHaveSignal("campaign", Pivot).Weight,
            Is.EqualTo(1));

    [Test]
    public void Run_GroupWaitsTwoDays_IsALimit()
    {
        GroupPlan patient = Movers with { Duration = TimeSpan.FromDays(5), Model = static time => time < Release.AddDays(2) ? "old" : "new" };

        Run(People with { Duration = TimeSpan.FromDays(5) }, patient).ShouldNotHaveSignal("campaign", Pivot);
    }

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddReleasePivot(options =>
            {
                options.FewestPerMember = 0;
                options.FewestMembers = 0;
                options.Margin = 1;
                options.FullAbove = 0;
                options.MostWeight = 3;
            })),
            Is.EqualTo(new[]
            {
                "release-pivot: FewestPerMember is 0; it must be from 1 to 1000.",
                "release-pivot: FewestMembers is 0; it must be from 1 to 1000.",
                "release-pivot: Margin is 1; it must be from 0 to 0.99.",
                "release-pivot: FullAbove is 0; it must be from 0.01 to 1.",
                "release-pivot: MostWeight is 3; it must be from 0 to 2.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddReleasePivot();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(People).Add(Movers).Release("new", Release);

    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(People with { Model = Movers.Model })
        .Add(GroupPlans.Customers with { Model = Movers.Model })
        .Release("new", Release);

    private GroupScenario Run(GroupPlan people, GroupPlan group) =>
        new GroupScenario(Configure).Add(people).Add(group).Release("new", Release).Run();
}
