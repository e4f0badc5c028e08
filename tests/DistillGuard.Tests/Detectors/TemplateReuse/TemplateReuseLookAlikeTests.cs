// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.TemplateReuse;

/// <summary>Customers who share words as a campaign does.</summary>
public sealed class TemplateReuseLookAlikeTests
{
    private const string Shared = "template.rare-shared";

    private static readonly GroupPlan Framework = GroupPlans.Customers with { Accounts = 100, ExchangesPerAccount = 10 };

    [Test]
    public void Run_PopularFrameworkOf100Organizations_IsKnownAsCommon()
    {
        CommonPieces common = New().Add(Framework).Run().Guard.SharedPieces();

        GroupScenario later = new GroupScenario(builder => builder.AddTemplateReuse().UseCommonPieces(common), seed: 2).Add(Framework).Run();

        Assert.That(later.Guard.Groups, Is.Empty);
    }

    [Test]
    public void Run_FrameworkTooNewToBeKnown_WeighsAndAccusesNobody()
    {
        GroupScenario scenario = new GroupScenario(GroupPlans.AddAll).Add(GroupPlans.People).Add(Framework).Run();

        Assert.That(scenario.ShouldHaveSignal("customers", Shared).Weight, Is.GreaterThan(3));
        scenario.ShouldAccuseNobody();
    }

    [Test]
    public void Run_LawfulTeamAlone_IsNoGroup() =>
        Assert.That(New().Add(GroupPlans.Campaign with { AccountsPerOrganization = 20 }).Run().Guard.Groups, Is.Empty);

    [Test]
    public void Run_TwoLawfulTeamsWithOnePublicTemplate_AreNoGroup() =>
        Assert.That(New().Add(GroupPlans.Campaign with { AccountsPerOrganization = 10 }).Run().Guard.Groups, Is.Empty);

    [Test]
    public void Run_EvaluationHarnessAtSeveralLabsThatSaySo_IsNotHeard()
    {
        GroupPlan labs = GroupPlans.Campaign with { Name = "labs", Accounts = 6, Declared = Requests.DeclaredUses.Evaluation };

        New().Add(labs).Run().ShouldNotHaveSignal("labs", Shared);
    }

    [Test]
    public void Run_EverybodySendsOneAndTheSameText_IsNoTemplate()
    {
        Exchange same = SampleTexts.Template(SampleLanguage.English)(0, new Random(1));

        Assert.That(New().Add(GroupPlans.Campaign with { Prompts = (_, _) => same }).Run().Guard.Groups, Is.Empty);
    }

    [Test]
    public void Run_AgencyWhoseCustomersHaveProductsOfTheirOwn_IsNoGroup()
    {
        GroupPlan agency = GroupPlans.Customers with
        {
            AccountsPerPayment = 40,
            Prompts = (account, chance) => SampleTexts.Product(SampleLanguage.English, account)(account, chance),
        };

        Assert.That(New().Add(agency).Run().Guard.Groups, Is.Empty);
    }

    private static GroupScenario New() => new(builder => builder.AddTemplateReuse());
}
