// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

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

    [Test]
    public void Choose_AccountsThatJoinAnAccusedCampaign_AreNamed([Values] SampleLanguage language)
    {
        GroupPlan late = Maker(language, TimeSpan.FromHours(20)) with { Name = "late", Accounts = 6, ExchangesPerAccount = 6, Dispatch = Dispatch.Independent };

        GroupScenario scenario = CampaignBeside(language, late);

        Assert.That(scenario.ResultOf("late").Named, Is.GreaterThanOrEqualTo(5));
    }

    [TestCase(1, 6, SignalFamilies.Structure | SignalFamilies.Content, GroupLinks.None, ExpectedResult = true, TestName = "IsNewcomer_SixHoursAfterItsFirst_IsOne")]
    [TestCase(1, 12, SignalFamilies.Structure | SignalFamilies.Content, GroupLinks.None, ExpectedResult = false, TestName = "IsNewcomer_HalfADayAfterItsFirst_IsNone")]
    [TestCase(0, 0, SignalFamilies.Structure | SignalFamilies.Content, GroupLinks.None, ExpectedResult = false, TestName = "IsNewcomer_AmongThoseWhoGotItAccused_IsNone")]
    [TestCase(1, 6, SignalFamilies.Structure | SignalFamilies.Timing, GroupLinks.None, ExpectedResult = false, TestName = "IsNewcomer_WhereTheEvidenceConcernsAll_IsNone")]
    [TestCase(1, 6, SignalFamilies.Structure | SignalFamilies.Identity, GroupLinks.Payment, ExpectedResult = false, TestName = "IsNewcomer_TiedWhereTiesCount_IsNone")]
    [TestCase(1, 6, SignalFamilies.Structure | SignalFamilies.Content, GroupLinks.Payment, ExpectedResult = true, TestName = "IsNewcomer_TiedWhereTiesDoNotCount_IsOne")]
    public bool IsNewcomer(int hoursAfterAlert, int hoursWatched, SignalFamilies families, GroupLinks links)
    {
        long alert = Traffic.Start.UtcTicks;
        long first = alert + (hoursAfterAlert * TimeSpan.TicksPerHour);
        var member = new GroupMember { FirstTicks = first, Exchanges = 1, Links = links };

        return GroupNaming.IsNewcomer(in member, families, alert, first + (hoursWatched * TimeSpan.TicksPerHour));
    }

    [Test]
    public void IsNewcomer_OfAGroupThatIsNotAccused_IsNone()
    {
        var member = new GroupMember { FirstTicks = Traffic.Start.UtcTicks, Exchanges = 1 };

        Assert.That(GroupNaming.IsNewcomer(in member, SignalFamilies.Structure | SignalFamilies.Content, alertTicks: 0, member.FirstTicks), Is.False);
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
