// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>Innocent timing that looks coordinated, and what a campaign may do about its own.</summary>
public sealed class CoordinatedTimingScenarioTests
{
    private const string Turns = "timing.takes-turns";
    private const string Even = "timing.even-portions";

    [Test]
    public void Run_JobsOfOneProductAtFullHours_AreNotHeard()
    {
        GroupPlan jobs = GroupPlans.Customers with { Dispatch = Dispatch.FullHours, Unevenness = 0 };

        Run(jobs).ShouldNotHaveSignal("customers", Turns).ShouldNotHaveSignal("customers", Even);
    }

    [Test]
    public void Run_JobsAtFullHoursThatStartALittleLate_AreNotHeard()
    {
        GroupPlan jobs = GroupPlans.Customers with { Dispatch = Dispatch.FullHours, Unevenness = 0, Jitter = TimeSpan.FromMinutes(2) };

        Run(jobs).ShouldNotHaveSignal("customers", Turns).ShouldNotHaveSignal("customers", Even);
    }

    [Test]
    public void Run_CustomersInSittings_DoNotTakeTurns([Range(1, 4)] int seed) =>
        Run(GroupPlans.Customers, seed).ShouldNotHaveSignal("customers", Turns);

    [Test]
    public void Run_CustomersAfterASittingOrTwo_DoNotSendEqualPortions()
    {
        // What everybody sent so far is one sitting of a few exchanges; that they differ shows later.
        GroupPlan customers = GroupPlans.Customers with { Accounts = 12, ExchangesPerAccount = 12, Unevenness = 0 };

        Run(customers).ShouldNotHaveSignal("customers", Even);
    }

    [Test]
    public void Run_TurnsWithMinutesOfJitter_AreHeard()
    {
        GroupPlan campaign = GroupPlans.Campaign with { Jitter = TimeSpan.FromMinutes(10) };

        Assert.That(Run(campaign).ShouldHaveSignal("campaign", Turns).Weight, Is.GreaterThan(2));
    }

    [Test]
    public void Run_TurnsUnderOrdinaryUse_AreHeard() =>
        Assert.That(Run(GroupPlans.Campaign with { OrdinaryShare = 0.5 }).ShouldHaveSignal("campaign", Turns).Weight, Is.EqualTo(3));

    [Test]
    public void Run_IndependentDispatch_ShowsInEqualPortions()
    {
        GroupScenario scenario = Run(GroupPlans.Campaign with { Dispatch = Dispatch.Independent });

        Assert.That(scenario.ShouldHaveSignal("campaign", Even).Weight, Is.GreaterThan(1));
    }

    [Test]
    public void Run_JitterLongerThanARound_IsALimit()
    {
        // A round takes 2.4 hours.
        GroupPlan campaign = GroupPlans.Campaign with { Jitter = TimeSpan.FromHours(12), ExchangesPerAccount = 7 };

        Run(campaign).ShouldNotHaveSignal("campaign", Turns, trifle: 1).ShouldNotHaveSignal("campaign", Even);
    }

    [Test]
    public void Run_IndependentDispatchOfUnevenBudgets_IsALimit()
    {
        GroupPlan campaign = GroupPlans.Campaign with { Dispatch = Dispatch.Independent, Unevenness = 1 };

        Run(campaign).ShouldNotHaveSignal("campaign", Turns, trifle: 1);
        Assert.That(Run(campaign).GroupsOf("campaign")[0].Signals.Where(signal => signal.Info.Id == Even && signal.Weight > 1), Is.Empty);
    }

    [Test]
    public void Run_CampaignThatRunsLikeJobsOnTheHour_IsALimit()
    {
        GroupPlan campaign = GroupPlans.Campaign with { Dispatch = Dispatch.FullHours };

        Run(campaign).ShouldNotHaveSignal("campaign", Turns).ShouldNotHaveSignal("campaign", Even);
    }

    private static GroupScenario Run(GroupPlan plan, int seed = 1) =>
        new GroupScenario(builder => builder.AddCoordinatedTiming(), seed).Add(plan).Run();
}
