// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.Regrowth;

/// <summary>Suspensions that mean nothing, and how a campaign may come back.</summary>
public sealed class RegrowthScenarioTests
{
    private const string Regrown = "identity.regrowth";

    [Test]
    public void Run_ReplacementsWithinTheHour_AreHeard() =>
        Assert.That(RegrowthScripts.AddReplaced(New()).Run().ShouldHaveSignal("replacements", Regrown).Weight, Is.EqualTo(3).Within(0.2));

    [Test]
    public void Run_CustomerSuspendedByMistakeWhoMovesToAnotherAccount_IsNotHeard() =>
        RegrowthScripts.AddReplaced(New(), suspended: 1, replacements: 1).Run().ShouldNotHaveSignal("replacements", Regrown);

    [Test]
    public void Run_SuspendedAndRestored_AreNotHeard()
    {
        GroupScenario scenario = RegrowthScripts.AddReplaced(New());
        for (int i = 0; i < 4; i++)
        {
            scenario.Enforce($"lost-{i}", RegrowthScripts.Suspension.AddMinutes(30), EnforcementAction.Restore);
        }

        scenario.Run().ShouldNotHaveSignal("replacements", Regrown);
    }

    [Test]
    public void Run_SuspendedAndNobodyComes_AreNotHeard() =>
        RegrowthScripts.Suspend(New().Add(GroupPlans.Campaign with { Duration = TimeSpan.FromDays(3) }), "campaign", 6).Run()
            .ShouldNotHaveSignal("campaign", Regrown);

    [Test]
    public void Run_WaveOfSuspensionsAmongUsersOfATool_IsNotHeard()
    {
        GroupScenario scenario = New()
            .Add(GroupPlans.Customers with { Accounts = 100, ExchangesPerAccount = 12 })
            .Add(GroupPlans.Customers with { Name = "new-customers", Accounts = 20, Start = RegrowthScripts.Suspension.AddHours(1) });
        RegrowthScripts.Suspend(scenario, "customers", 5);
        RegrowthScripts.Suspend(scenario, "people", 4);

        scenario.Run().ShouldNotHaveSignal("customers", Regrown).ShouldNotHaveSignal("new-customers", Regrown);
    }

    [Test]
    public void Run_OldSuspensionsWhenTheWindowHasMovedOn_AreNotHeard()
    {
        // All customers were there before the suspensions, as is seen until that time is forgotten.
        GroupPlan steady = GroupPlans.Customers with
        {
            Accounts = 10,
            Unevenness = 0,
            ExchangesPerAccount = 120,
            Duration = TimeSpan.FromDays(14),
            Dispatch = Dispatch.Turns,
        };
        GroupScenario scenario = New().Add(steady);
        RegrowthScripts.Suspend(scenario.Add(GroupPlans.Customers with { Name = "stopped", Accounts = 3, Duration = TimeSpan.FromDays(1) }), "stopped", 3);

        scenario.Run().ShouldNotHaveSignal("customers", Regrown);
    }

    [Test]
    public void Run_ThrottledOnly_AreNotHeard()
    {
        GroupScenario scenario = RegrowthScripts.AddReplaced(New(), suspended: 0);
        for (int i = 0; i < 4; i++)
        {
            scenario.Enforce($"lost-{i}", RegrowthScripts.Suspension, EnforcementAction.Throttle);
        }

        scenario.Run().ShouldNotHaveSignal("replacements", Regrown);
    }

    [Test]
    public void Run_AnotherTemplateAfterwards_IsALimit() =>
        RegrowthScripts.AddReplaced(New(), prompts: SampleTexts.Template(SampleLanguage.English, template: 2)).Run()
            .ShouldNotHaveSignal("replacements", Regrown);

    [Test]
    public void Run_ReplacementsThatWaitLongerThanTheWindow_IsALimit() =>
        RegrowthScripts.AddReplaced(New(), pause: TimeSpan.FromDays(9)).Run().ShouldNotHaveSignal("replacements", Regrown);

    private static GroupScenario New() => new GroupScenario(builder => builder.AddRegrowth()).Add(GroupPlans.People);
}
