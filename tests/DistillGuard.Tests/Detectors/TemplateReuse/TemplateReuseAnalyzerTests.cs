// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.TemplateReuse;

public sealed class TemplateReuseAnalyzerTests : AnalyzerContract
{
    private static readonly TemplateReuseAnalyzer Analyzer = new(new TemplateReuseOptions());

    [TestCase(3, 1, 0.762)]
    [TestCase(3, 20, 2.260)]
    [TestCase(3, 500, 2.260)]
    [TestCase(57, 1, 4.001)]
    public void Analyze_OrganizationsAndPieces_WeighByTheirLogarithms(int organizations, int pieces, double weight) =>
        Assert.That(Weight(Group(organizations) with { Pieces = pieces }), Is.EqualTo(weight).Within(0.001));

    [Test]
    public void Analyze_Template_SaysOrganizationsAndChance()
    {
        Signal signal = Group(9).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Info.Id, signal.Measure, signal.Limit), Is.EqualTo(("template.rare-shared", 9f, 2f)));
    }

    [Test]
    public void Analyze_MedianMemberHasItInATwentiethOfItsExchanges_WeighsHalf()
    {
        GroupSample full = Group(5);

        GroupSample thin = full.WithMembers((member, _) => member with { AllExchanges = 20 * member.Exchanges });

        Assert.That(Weight(thin), Is.EqualTo(Weight(full) / 2).Within(0.001));
    }

    [Test]
    public void Analyze_OneMemberHasItSeldom_WeighsInFull()
    {
        GroupSample full = Group(5);

        Assert.That(Weight(full.WithMembers((member, i) => i == 0 ? member with { AllExchanges = 10_000 } : member)), Is.EqualTo(Weight(full)));
    }

    [Test]
    public void Analyze_OrganizationsThatDeclaredTheirWork_AreNotCounted()
    {
        GroupSample group = Group(9) with { UndeclaredOrganizations = 3 };

        Assert.That(Weight(group), Is.EqualTo(Weight(Group(3))).Within(0.001));
    }

    [Test]
    public void Analyze_OneOrTwoOrganizations_SayNothing([Values(1, 2)] int organizations) =>
        Assert.That(Group(organizations).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_PoolOfQuestions_SaysNothing() =>
        Assert.That((Group(9) with { Pool = PoolKind.Questions, Pieces = 0 }).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_PoolOfParameters_SpeaksOfParametersNotOfATemplate()
    {
        Signal signal = (Group(9) with { Pool = PoolKind.Parameters, Pieces = 0 }).AnalyzedBy(Analyzer).Single();

        Assert.That(signal.Info.Id, Is.EqualTo("template.rare-parameters"));
        Assert.That(signal.Weight, Is.EqualTo(1.1 * Math.Log(6)).Within(0.001));
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddTemplateReuse();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(GroupPlans.People).Add(GroupPlans.Campaign);

    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(GroupPlans.People)
        .Add(GroupPlans.Customers with { Name = "one-team", AccountsPerOrganization = 40 })
        .Add(GroupPlans.Campaign with { Name = "two-teams", AccountsPerOrganization = 10 })
        .Add(GroupPlans.Campaign with { Name = "declared", Accounts = 6, Declared = DeclaredUses.Research });

    private static double Weight(GroupSample group) => group.AnalyzedBy(Analyzer).Single().Weight;

    private static GroupSample Group(int organizations) => GroupSample.InTurn([.. Enumerable.Repeat(4, organizations)]);
}
