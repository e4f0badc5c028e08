// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.TemplateReuse;

/// <summary>What a campaign may do about its template, and how far that helps it.</summary>
public sealed class TemplateReuseEvasionTests
{
    private const string Shared = "template.rare-shared";

    [Test]
    public void Run_OtherLanguages_WeighTheSame([Values] SampleLanguage language, [Values(0, 1, 2)] int template) =>
        Assert.That(
            Weight(GroupPlans.Campaign with { Prompts = SampleTexts.Template(language, template) }),
            Is.EqualTo(Weight(GroupPlans.Campaign)).Within(0.3));

    [Test]
    public void Run_FourWordings_AreFourGroupsOfWhichEachWeighsLess([Values] SampleLanguage language)
    {
        GroupScenario scenario = Run(GroupPlans.Campaign with { Prompts = SampleTexts.Template(language, wordings: 4) });

        Assert.That(
            scenario.GroupsOf("campaign").Where(group => group.Pieces > 0).Select(group => group.Organizations),
            Is.EqualTo(new[] { 5, 5, 5, 5 }));
    }

    [Test]
    public void Run_SentencesWordedByChance_AreOneGroup([Values] SampleLanguage language)
    {
        GroupScenario scenario = Run(GroupPlans.Campaign with { Prompts = SampleTexts.MixedTemplate(language) });

        Assert.That(scenario.GroupsOf("campaign")[0].Organizations, Is.EqualTo(20));
        Assert.That(scenario.ShouldHaveSignal("campaign", Shared).Weight, Is.GreaterThan(3));
    }

    [Test]
    public void Run_NoSentenceTwice_IsALimit([Values] SampleLanguage language) =>
        Assert.That(Run(GroupPlans.Campaign with { Prompts = SampleTexts.RephrasedTemplate(language) }).GroupsOf("campaign"), Is.Empty);

    [Test]
    public void Run_NineTenthsOrdinaryUse_WeighsAlmostTheSame() =>
        Assert.That(Weight(GroupPlans.Campaign with { OrdinaryShare = 0.9 }), Is.EqualTo(Weight(GroupPlans.Campaign)).Within(0.4));

    [Test]
    public void Run_NineteenTwentiethsOrdinaryUse_WeighsLess() =>
        Assert.That(Weight(GroupPlans.Campaign with { OrdinaryShare = 0.95 }), Is.InRange(1.5, 2.6));

    [Test]
    public void Run_UniqueCardsClientsAndAddresses_ChangeNothing() =>
        Assert.That(
            Weight(GroupPlans.Campaign with { AccountsPerPayment = 20, AccountsPerPrefix = 20, AccountsPerFingerprint = 20 }),
            Is.EqualTo(Weight(GroupPlans.Campaign)));

    [Test]
    public void Run_TwoOrganizations_IsALimit() =>
        Assert.That(Run(GroupPlans.Campaign with { AccountsPerOrganization = 10 }).GroupsOf("campaign"), Is.Empty);

    [Test]
    public void Run_SentencesThatBenignTrafficShares_IsALimit()
    {
        GroupPlan users = GroupPlans.Campaign with { Name = "users", Dispatch = Dispatch.Sittings };
        CommonPieces common = new GroupScenario(builder => builder.AddTemplateReuse()).Add(users).Run().Guard.SharedPieces();

        var scenario = new GroupScenario(builder => builder.AddTemplateReuse().UseCommonPieces(common), seed: 2);

        Assert.That(scenario.Add(GroupPlans.Campaign).Run().Guard.Groups, Is.Empty);
    }

    [Test]
    public void Run_AccountsWithALongOrdinaryPast_IsALimit()
    {
        // All that an account ever sent is counted as long as it is remembered, not only what lies within the window.
        GroupPlan past = GroupPlans.Campaign with
        {
            Name = "past",
            ExchangesPerAccount = 800,
            Duration = TimeSpan.FromDays(30),
            Dispatch = Dispatch.Sittings,
            Prompts = SampleTexts.Conversation(SampleLanguage.English),
            Change = static (identity, i) => identity with { Account = $"old-{i}", Organization = $"old-{i}" },
        };
        GroupPlan campaign = GroupPlans.Campaign with { Start = past.Start + past.Duration, Change = past.Change };

        GroupScenario scenario = new GroupScenario(builder => builder.AddTemplateReuse()).Add(past).Add(campaign).Run();

        Assert.That(scenario.ShouldHaveSignal("campaign", Shared).Weight, Is.LessThan(1.5));
    }

    private static double Weight(GroupPlan campaign) => Run(campaign).ShouldHaveSignal("campaign", Shared).Weight;

    private static GroupScenario Run(GroupPlan campaign) => new GroupScenario(builder => builder.AddTemplateReuse()).Add(campaign).Run();
}
