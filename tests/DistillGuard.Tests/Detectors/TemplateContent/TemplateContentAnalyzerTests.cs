// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.TemplateContent;

public sealed class TemplateContentAnalyzerTests : AnalyzerContract
{
    private const string Content = "content.group-tactic";

    private static readonly TemplateContentAnalyzer Analyzer = new(new TemplateContentOptions());
    private static readonly GroupPlan TaskWriting = GroupPlans.Campaign with { Prompts = SampleTexts.Template(SampleLanguage.English) };

    [TestCase(1.5f, 1.5)]
    [TestCase(3f, 2)]
    public void Analyze_EveryExchangeMatches_WeighsTheRuleUpToTheCap(float rule, double weight)
    {
        Signal signal = Group(rule).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Weight, signal.Measure, signal.Limit), Is.EqualTo(((float)weight, rule, 0.5f)));
    }

    [Test]
    public void Analyze_RuleFiresNowAndThen_SaysNothing() =>
        Assert.That(Group(3, every: 40).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_OneHeavyAccountMatches_CountsAsOneMember()
    {
        GroupSample group = GroupSample.InTurn(400, 4, 4, 4, 4).WithExchanges((exchange, _) => exchange with { ContentWeight = exchange.Member == 0 ? 3 : 0 });

        Assert.That(group.AnalyzedBy(Analyzer).Single().Weight, Is.EqualTo(3f / 5).Within(0.001));
    }

    [Test]
    public void Analyze_NothingMatches_SaysNothing() => Assert.That(Group(0).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Run_TaskWritingInAnyLanguage_IsHeard([Values] SampleLanguage language) =>
        Assert.That(
            Run(TaskWriting with { Prompts = SampleTexts.Template(language) }).ShouldHaveSignal("campaign", Content).Weight,
            Is.GreaterThan(1.5));

    [Test]
    public void Run_WithoutRules_SaysNothing() =>
        new GroupScenario(builder => builder.AddTemplateContent()).Add(TaskWriting).Run().ShouldNotHaveSignal("campaign", Content);

    [Test]
    public void Run_CustomersOfOneProduct_AreNotHeard() => Run(GroupPlans.Customers).ShouldNotHaveSignal("customers", Content);

    [Test]
    public void Run_LawfulSyntheticDataTeamAlone_IsNotHeard() =>
        Assert.That(Run(TaskWriting with { AccountsPerOrganization = 20 }).Guard.Groups, Is.Empty);

    [Test]
    public void Run_ProductOnWhichFewPasteSuchPrompts_IsATrifleAboutItsCustomers()
    {
        Func<int, Random, Exchange> product = SampleTexts.Product(SampleLanguage.English, 5);
        Func<int, Random, Exchange> tasks = SampleTexts.Template(SampleLanguage.English);
        GroupPlan customers = GroupPlans.Customers with
        {
            Prompts = (account, chance) => product(account, chance) with
            {
                Prompt = chance.Next(50) == 0 ? tasks(account, chance).Prompt : product(account, chance).Prompt,
            },
        };

        // Those few are a group of their own, of which only the prompts' words are known: that accuses nobody.
        IReadOnlyList<GroupFinding> groups = Run(customers).GroupsOf("customers");

        Assert.That(groups.MaxBy(group => group.Accounts.Count)!.Signals.Sum(signal => signal.Weight), Is.LessThan(0.5));
        Assert.That(groups.Select(group => group.Level), Is.All.EqualTo(VerdictLevel.None));
    }

    [Test]
    public void Run_WordingTheRulesDoNotKnow_IsALimit()
    {
        GroupPlan reworded = TaskWriting with { Prompts = (_, chance) => SampleTexts.Template(SampleLanguage.English, wordings: 4)(1, chance) };

        Run(reworded).ShouldNotHaveSignal("campaign", Content);
    }

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddTemplateContent(options =>
            {
                options.MostWeight = 7;
                options.LeastMean = -1;
                options.UsualMean = double.NaN;
            })),
            Is.EqualTo(new[]
            {
                "template-content: MostWeight is 7; it must be from 0 to 6.",
                "template-content: LeastMean is -1; it must be from 0 to 6.",
                "template-content: UsualMean is NaN; it must be from 0 to 6.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.UseRules(BuiltInRuleSets.Sources()).AddTemplateContent();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(TaskWriting);

    protected override void AddInnocent(GroupScenario scenario) => scenario.Add(GroupPlans.People).Add(GroupPlans.Customers);

    private static GroupSample Group(float rule, int every = 1) =>
        GroupSample.InTurn(8, 8, 8, 8, 8).WithExchanges((exchange, i) => exchange with { ContentWeight = i % every == 0 ? rule : 0 });

    private GroupScenario Run(GroupPlan plan) => new GroupScenario(Configure).Add(plan).Run();
}
