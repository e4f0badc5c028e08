// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.Coverage;

public sealed class CoverageAnalyzerTests : AnalyzerContract
{
    private const string Sweep = "distribution.topic-sweep";

    private static readonly CoverageAnalyzer Analyzer = new(new CoverageOptions());

    [Test]
    public void Analyze_GroupThatSweepsWhilePeersRepeat_IsHeardAtItsCap()
    {
        Signal signal = Of(Sweeping(8), Repeating(30)).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Info.Id, signal.Weight, signal.Measure), Is.EqualTo((Sweep, 0.5f, 1e-4f)));
    }

    [Test]
    public void Analyze_PeersSweepToo_SaysNothing() => Assert.That(Of(Sweeping(8), Sweeping(30)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_GroupThatRepeatsWhilePeersSweep_SaysNothing() => Assert.That(Of(Repeating(8), Sweeping(30)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_ThreeMembers_SaysNothing() => Assert.That(Of(Sweeping(3), Repeating(30)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_NineteenPeers_SaysNothing() => Assert.That(Of(Sweeping(8), Repeating(19)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_AccountsWithFewTopics_AreLeftOut() =>
        Assert.That(Of([.. Sweeping(3), .. Sweeping(5).Select(static habit => new AccountHabit { Topics = habit.Topics[..3] })], Repeating(30)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_HabitsInAnotherOrder_SaysTheSame() =>
        Assert.That(
            Of([.. Sweeping(8).Reverse()], [.. Repeating(30).Reverse()]).AnalyzedBy(Analyzer),
            Is.EqualTo(Of(Sweeping(8), Repeating(30)).AnalyzedBy(Analyzer)));

    [Test]
    public void Run_SearchBox_IsHeardButNotAccused()
    {
        GroupScenario scenario = new GroupScenario(GroupPlans.AddAll).Add(TiedPlans.Shops).Add(TiedPlans.Sweeping).Run();

        scenario.ShouldHaveSignal("sweeping", Sweep);
        scenario.ShouldAccuseNobody();
    }

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddCoverage(options =>
            {
                options.MostWeight = 4;
                options.FewestMembers = 1;
                options.FewestPeers = 9;
                options.FewestTopics = 9;
                options.Draws = 2_000_000;
                options.UnusualFrom = -1;
            })),
            Is.EqualTo(new[]
            {
                "coverage: MostWeight is 4; it must be from 0 to 3.",
                "coverage: FewestMembers is 1; it must be from 2 to 1000.",
                "coverage: FewestPeers is 9; it must be from 10 to 60.",
                "coverage: FewestTopics is 9; it must be from 1 to 8.",
                "coverage: Draws is 2000000; it must be from 999 to 1000000.",
                "coverage: UnusualFrom is -1; it must be from 1E-06 to 0.3.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddCoverage();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(TiedPlans.Shops).Add(TiedPlans.Sweeping);

    protected override void AddInnocent(GroupScenario scenario) => scenario.Add(TiedPlans.Shops).Add(TiedPlans.Agency).Add(GroupPlans.Customers);

    private static GroupSample Of(AccountHabit[] members, AccountHabit[] peers) =>
        GroupSample.InTurn(20, 20, 20, 20) with { Habits = new GroupHabits { Members = members, Peers = peers } };

    private static AccountHabit[] Sweeping(int accounts) =>
        [.. Enumerable.Range(0, accounts).Select(account => new AccountHabit { Topics = Enumerable.Range(0, 8).Select(i => (ushort)((account * 8) + i)).ToArray() })];

    private static AccountHabit[] Repeating(int accounts) =>
        [.. Enumerable.Range(0, accounts).Select(account => new AccountHabit { Topics = Enumerable.Range(0, 8).Select(_ => (ushort)(account % 3)).ToArray() })];
}
