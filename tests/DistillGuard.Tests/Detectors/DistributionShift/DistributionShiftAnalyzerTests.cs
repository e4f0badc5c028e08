// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.DistributionShift;

public sealed class DistributionShiftAnalyzerTests : AnalyzerContract
{
    private const string FromPeers = "distribution.shift-from-peers";
    private const string FromPast = "distribution.shift-from-past";

    private static readonly DistributionShiftAnalyzer Analyzer = new(new DistributionShiftOptions());

    [Test]
    public void Analyze_MembersThatTurnedWhilePeersDidNot_IsToldFromPeers()
    {
        Signal signal = Tied(Turned(10), Drifting(40)).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Info.Id, signal.Weight, signal.Measure), Is.EqualTo((FromPeers, 1.5f, 1e-4f)));
    }

    [Test]
    public void Analyze_EverybodyTurnedAlike_SaysNothing() => Assert.That(Tied(Turned(10), Turned(40)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_EachWentItsOwnWay_SaysNothing() => Assert.That(Tied(Drifting(10), Drifting(40, seed: 9)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_TooFewPeers_IsToldFromThePast() =>
        Assert.That(Tied(Turned(10), Drifting(19)).AnalyzedBy(Analyzer).Single().Info.Id, Is.EqualTo(FromPast));

    [Test]
    public void Analyze_TooFewPeersAndMembers_SaysNothing() => Assert.That(Tied(Turned(7), Drifting(19)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_ThreeMembers_SaysNothing() => Assert.That(Tied(Turned(3), Drifting(40)).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_AsManyGroupsAsMakeItUsual_SaysNothing() =>
        Assert.That((Tied(Turned(10), Drifting(40)) with { Candidates = 101 }).AnalyzedBy(Analyzer), Is.Empty);

    [TestCase(PoolKind.None)]
    [TestCase(PoolKind.Questions)]
    [TestCase(PoolKind.Parameters)]
    public void Analyze_GroupThatContentMade_SaysNothing(PoolKind pool) =>
        Assert.That((Tied(Turned(10), Drifting(40)) with { Pool = pool }).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_HabitsInAnotherOrder_SaysTheSame()
    {
        AccountHabit[] members = Turned(10, strength: 1);
        AccountHabit[] peers = Drifting(40);

        Assert.That(
            Tied([.. members.Reverse()], [.. peers.Reverse()]).AnalyzedBy(Analyzer).Select(signal => signal.Measure),
            Is.EqualTo(Tied(members, peers).AnalyzedBy(Analyzer).Select(signal => signal.Measure)));
    }

    [Test]
    public void Run_AgencyWhoseJobChanged_IsHeardButNotAccused()
    {
        GroupScenario scenario = new GroupScenario(GroupPlans.AddAll).Add(TiedPlans.Shops).Add(TiedPlans.Turned).Run();

        scenario.ShouldHaveSignal("turned", FromPeers);
        scenario.ShouldAccuseNobody();
    }

    [Test]
    public void Run_EverybodyTurnsToTheSameTask_StaysQuiet() =>
        new GroupScenario(Configure).Add(TiedPlans.Turned with { Name = "shops", Accounts = 60, AccountsPerPayment = 1 }).Add(TiedPlans.Turned).Run()
            .ShouldNotHaveSignal("turned", FromPeers);

    [Test]
    public void Run_TiedByPrefix_IsHeard() =>
        new GroupScenario(Configure).Add(TiedPlans.Shops).Add(TiedPlans.Turned with { AccountsPerPayment = 1, AccountsPerPrefix = 10 }).Run()
            .ShouldHaveSignal("turned", FromPeers);

    [Test]
    public void Run_SameClientOnly_IsNoTie() =>
        new GroupScenario(Configure).Add(TiedPlans.Shops).Add(TiedPlans.Turned with { AccountsPerPayment = 1, AccountsPerFingerprint = 10 }).Run()
            .ShouldNotHaveSignal("turned", FromPeers);

    [Test]
    public void Run_OneOrganization_IsNoTie() =>
        new GroupScenario(Configure).Add(TiedPlans.Shops).Add(TiedPlans.Turned with { AccountsPerOrganization = 10 }).Run()
            .ShouldNotHaveSignal("turned", FromPeers);

    [Test]
    public void Run_NewAccountsWithoutAPast_AreALimit() =>
        new GroupScenario(Configure).Add(TiedPlans.Shops).Add(TiedPlans.Turned with { Prompts = TiedPlans.Task }).Run()
            .ShouldNotHaveSignal("turned", FromPeers);

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddDistributionShift(options =>
            {
                options.MostWeight = 5;
                options.FewestMembers = 2;
                options.FewestPeers = 61;
                options.FewestAlone = 7;
                options.Draws = 99;
                options.UnusualFrom = 2;
            })),
            Is.EqualTo(new[]
            {
                "distribution-shift: MostWeight is 5; it must be from 0 to 4.",
                "distribution-shift: FewestMembers is 2; it must be from 3 to 1000.",
                "distribution-shift: FewestPeers is 61; it must be from 10 to 60.",
                "distribution-shift: FewestAlone is 7; it must be from 8 to 1000.",
                "distribution-shift: Draws is 99; it must be from 999 to 1000000.",
                "distribution-shift: UnusualFrom is 2; it must be from 1E-06 to 0.3.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddDistributionShift();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(TiedPlans.Shops).Add(TiedPlans.Turned);

    protected override void AddInnocent(GroupScenario scenario) => scenario.Add(TiedPlans.Shops).Add(TiedPlans.Agency).Add(GroupPlans.People);

    private static GroupSample Tied(AccountHabit[] members, AccountHabit[] peers) => GroupSample.InTurn(20, 20, 20, 20) with
    {
        Pool = PoolKind.Links,
        Pieces = 0,
        Habits = new GroupHabits { Members = members, Peers = peers },
    };

    private static AccountHabit[] Turned(int accounts, float strength = 5) => Habits(accounts, seed: accounts, strength);

    private static AccountHabit[] Drifting(int accounts, int seed = 1) => Habits(accounts, seed, 0);

    private static AccountHabit[] Habits(int accounts, int seed, float strength)
    {
        var chance = new Random(seed);
        return
        [
            .. Enumerable.Range(0, accounts).Select(_ => new AccountHabit
            {
                Change = Enumerable.Range(0, AccountHabit.Dimensions).Select(i => (float)((2 * chance.NextDouble()) - 1) + (i % 2 == 0 ? strength : 0)).ToArray(),
            }),
        ];
    }
}
