// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.QuestionBank;

public sealed class QuestionBankAnalyzerTests : AnalyzerContract
{
    private const string SameBank = "distribution.same-bank";
    private const string NoSittings = "timing.no-sittings";

    private static readonly QuestionBankAnalyzer Analyzer = new(new QuestionBankOptions());

    [TestCase(4, 3)]
    [TestCase(5, 4)]
    [TestCase(400, 4)]
    public void Analyze_Organizations_WeighOneEachUpToTheCap(int organizations, double weight) =>
        Assert.That(Said(Pool(organizations), SameBank)!.Value.Weight, Is.EqualTo(weight));

    [Test]
    public void Analyze_OrganizationsThatDeclaredTheirWork_AreNotCounted() =>
        Assert.That(Said(Pool(5) with { UndeclaredOrganizations = 1 }, SameBank), Is.Null);

    [TestCase(0.1, 2)]
    [TestCase(0.3, 2)]
    [TestCase(0.4, 1)]
    public void Analyze_FewSittings_WeighBetweenLowAndFull(double share, double weight) =>
        Assert.That(Said(Pool(5) with { InSitting = share }, NoSittings)!.Value.Weight, Is.EqualTo(weight).Within(0.001));

    [Test]
    public void Analyze_HalfInSittings_SaysNothingOfThem() => Assert.That(Said(Pool(5) with { InSitting = 0.5 }, NoSittings), Is.Null);

    [Test]
    public void Analyze_PoolOfParameters_SaysNothingOfSittings() =>
        Assert.That(
            (Pool(5) with { Pool = PoolKind.Parameters }).AnalyzedBy(Analyzer).Select(signal => signal.Info.Id),
            Is.EqualTo(new[] { SameBank }));

    [Test]
    public void Analyze_GroupWithATemplate_SaysNothing() => Assert.That((Pool(9) with { Pool = PoolKind.None }).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_Pool_SaysHowAlike()
    {
        Signal signal = Said(Pool(6), SameBank)!.Value;

        Assert.That((signal.Measure, signal.Limit), Is.EqualTo((0.5f, 0.3f)));
    }

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddQuestionBank(options =>
            {
                options.OrganizationWeight = 6;
                options.MostBankWeight = 7;
                options.UsualAlikeness = -2;
                options.LowInSitting = 0.3;
                options.NoSittingsWeight = 4;
            })),
            Is.EqualTo(new[]
            {
                "question-bank: OrganizationWeight is 6; it must be from 0 to 5.",
                "question-bank: MostBankWeight is 7; it must be from 0 to 6.",
                "question-bank: UsualAlikeness is -2; it must be from -1 to 1.",
                "question-bank: NoSittingsWeight is 4; it must be from 0 to 3.",
                "question-bank: FullInSitting (0.3) must be below LowInSitting (0.3), or no share lies between few sittings and many.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddQuestionBank();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(GroupPlans.People).Add(BankPlans.Bank);

    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(GroupPlans.People)
        .Add(BankPlans.Bank with { Name = "quiz", Dispatch = Dispatch.Sittings })
        .Add(GroupPlans.Customers);

    private static Signal? Said(GroupSample group, string id)
    {
        Signal[] signals = [.. group.AnalyzedBy(Analyzer).Where(signal => signal.Info.Id == id)];
        return signals.Length == 0 ? null : signals.Single();
    }

    private static GroupSample Pool(int organizations) => GroupSample.InTurn([.. Enumerable.Repeat(5, organizations)]) with
    {
        Pool = PoolKind.Questions,
        Pieces = 0,
        Alikeness = 0.5,
        InSitting = 0.1,
    };
}
