// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;
using NUnit.Framework;

namespace DistillGuard.Groups;

public sealed class GroupNamingTests
{
    [Test]
    public void Choose_LawfulMakerInBatchesWithTheCampaignsTemplate_IsNotNamed([Values] SampleLanguage language)
    {
        GroupScenario scenario = CampaignBeside(language, Maker(language, TimeSpan.FromHours(6)));

        Assert.That(scenario.ResultOf("maker").Named, Is.Zero);
    }

    [Test]
    public void Choose_CampaignBesideALawfulMaker_IsNamed([Values] SampleLanguage language)
    {
        GroupScenario scenario = CampaignBeside(language, Maker(language, TimeSpan.FromHours(6)));

        Assert.That(scenario.ResultOf("campaign").Named, Is.GreaterThanOrEqualTo(18));
    }

    private static GroupScenario CampaignBeside(SampleLanguage language, GroupPlan maker)
    {
        var scenario = new GroupScenario(GroupPlans.AddAnalyzers);
        scenario.Guard.Rules = BuiltInRuleSets.Load();
        return scenario
            .Add(new GroupPlan { Name = "people", Accounts = 40, Unevenness = 1, Prompts = SampleTexts.Conversation(language) })
            .Add(new GroupPlan
            {
                Name = "campaign",
                Accounts = 20,
                ExchangesPerAccount = 8,
                Unevenness = 0.4,
                Dispatch = Dispatch.Independent,
                Prompts = SampleTexts.Template(language),
            })
            .Add(maker)
            .Run();
    }

    private static GroupPlan Maker(SampleLanguage language, TimeSpan duration) => new()
    {
        Name = "maker",
        Accounts = 1,
        ExchangesPerAccount = 40,
        Start = Traffic.Start + TimeSpan.FromHours(20),
        Duration = duration,
        Prompts = SampleTexts.Template(language),
    };
}
