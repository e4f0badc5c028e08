// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>What a campaign may do about its cards, clients, networks and sign-ups.</summary>
public sealed class LinkedAccountsEvasionTests
{
    private const string Linked = "identity.linked";
    private const string Burst = "identity.sign-up-burst";

    [Test]
    public void Run_OneCardForFiveAccountsEach_TiesAll() =>
        Assert.That(Run(GroupPlans.Campaign with { AccountsPerPayment = 5 }).ShouldHaveSignal("campaign", Linked).Weight, Is.GreaterThan(2));

    [Test]
    public void Run_ClientsAndPrefixesInCommon_TieAll() =>
        Assert.That(
            Run(GroupPlans.Campaign with { AccountsPerFingerprint = 20, AccountsPerPrefix = 20 }).ShouldHaveSignal("campaign", Linked).Weight,
            Is.EqualTo(1.6).Within(0.01));

    [Test]
    public void Run_AccountsWithAnOrdinaryPastBesides_AreTiedAllTheSame() =>
        Assert.That(
            Run(GroupPlans.Campaign with { AccountsPerPayment = 20, OrdinaryShare = 0.8 }).ShouldHaveSignal("campaign", Linked).Weight,
            Is.GreaterThan(2));

    [Test]
    public void Run_TwoAccountsPerCard_IsALimit() =>
        Run(GroupPlans.Campaign with { AccountsPerPayment = 2 }).ShouldNotHaveSignal("campaign", Linked);

    [Test]
    public void Run_UniqueCardsClientsAndAddresses_IsALimit() => Run(GroupPlans.Campaign).ShouldNotHaveSignal("campaign", Linked);

    [Test]
    public void Run_SignedUpInTwoDays_IsHeard() =>
        Assert.That(
            Run(GroupPlans.Campaign with { SignUpSpan = TimeSpan.FromDays(2) }).ShouldHaveSignal("campaign", Burst).Weight,
            Is.EqualTo(2.5));

    [Test]
    public void Run_SignedUpOverAYear_IsALimit() => Run(GroupPlans.Campaign).ShouldNotHaveSignal("campaign", Burst, trifle: 0.5f);

    private static GroupScenario Run(GroupPlan plan) =>
        new GroupScenario(builder => builder.AddLinkedAccounts()).Add(GroupPlans.People).Add(plan).Run();
}
