// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>Customers who share cards, clients, networks and sign-up days as a campaign does.</summary>
public sealed class LinkedAccountsLookAlikeTests
{
    private const string Linked = "identity.linked";
    private const string Burst = "identity.sign-up-burst";

    private static readonly Func<int, Random, Exchange> Tool = SampleTexts.Product(SampleLanguage.English, 9);
    private static readonly Func<int, Random, Exchange> OwnWords = SampleTexts.Conversation(SampleLanguage.English);

    // Eight of sixty use one new tool; the rest share only what all sixty share.
    private static readonly GroupPlan EightOfSixty = GroupPlans.Customers with
    {
        Accounts = 60,
        Prompts = static (account, chance) => account < 8 ? Tool(account, chance) : OwnWords(account, chance),
    };

    [Test]
    public void Run_UniversityBehindOnePrefix_TiesNobody() =>
        Run(EightOfSixty with { AccountsPerPrefix = 60 }).ShouldNotHaveSignal("customers", Linked).ShouldAccuseNobody();

    [Test]
    public void Run_AgencyThatPaysForSixtyCustomers_TiesNobody() =>
        Run(EightOfSixty with { AccountsPerPayment = 60 }).ShouldNotHaveSignal("customers", Linked).ShouldAccuseNobody();

    [Test]
    public void Run_ClientThatEverybodyUses_TiesNobody() =>
        Run(EightOfSixty with { AccountsPerFingerprint = 60 }).ShouldNotHaveSignal("customers", Linked).ShouldAccuseNobody();

    [Test]
    public void Run_CourseThatSignsUpInAWeekAndUsesItsOwnWords_IsNoGroup()
    {
        GroupPlan course = GroupPlans.Customers with { SignUpSpan = TimeSpan.FromDays(7), Prompts = OwnWords };

        Run(course).ShouldNotHaveSignal("customers", Burst).ShouldAccuseNobody();
    }

    [Test]
    public void Run_CourseWithOneExerciseText_IsALimit()
    {
        // Give the course one organization, or let its members declare research: then it is heard no more.
        GroupPlan course = GroupPlans.Customers with { Accounts = 30, SignUpSpan = TimeSpan.FromDays(7) };

        Assert.That(Run(course).ShouldHaveSignal("customers", Burst).Weight, Is.GreaterThan(2));
        Assert.That(Run(course).ResultOf("customers").IsFound, Is.True);
    }

    [Test]
    public void Run_CourseWithOneExerciseTextAsOneOrganization_IsNoGroup()
    {
        GroupPlan course = GroupPlans.Customers with { Accounts = 30, SignUpSpan = TimeSpan.FromDays(7), AccountsPerOrganization = 30 };

        Assert.That(Run(course).GroupsOf("customers"), Is.Empty);
    }

    [Test]
    public void Run_OneOfficeThatUsesANewTool_IsALimit()
    {
        // Several contracts, one network and one new tool: the tie is real. Alone it weighs little.
        GroupPlan office = GroupPlans.Customers with { Accounts = 8, AccountsPerPrefix = 8 };

        Assert.That(Run(office).ShouldHaveSignal("customers", Linked).Weight, Is.EqualTo(0.8).Within(0.01));
    }

    [Test]
    public void Run_AgencyWithOneToolForAllItsCustomers_IsALimit()
    {
        GroupPlan agency = GroupPlans.Customers with { Accounts = 12, AccountsPerPayment = 12 };

        Assert.That(Run(agency).ResultOf("customers").IsFound, Is.True);
    }

    [Test]
    public void Run_CustomersOfAGrowingProduct_AreNoBurst([Range(1, 5)] int seed)
    {
        var scenario = new GroupScenario(GroupPlans.AddAll, seed);

        scenario.Add(GroupPlans.People).Add(GroupPlans.Customers with { Accounts = 100, ExchangesPerAccount = 8 }).Run();

        scenario.ShouldNotHaveSignal("customers", Burst, trifle: 0.5f).ShouldAccuseNobody();
    }

    private static GroupScenario Run(GroupPlan plan) => new GroupScenario(GroupPlans.AddAll).Add(GroupPlans.People).Add(plan).Run();
}
