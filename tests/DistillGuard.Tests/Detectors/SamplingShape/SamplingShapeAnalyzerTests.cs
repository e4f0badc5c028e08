// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.SamplingShape;

public sealed class SamplingShapeAnalyzerTests : AnalyzerContract
{
    private const string Choices = "protocol.several-choices";
    private const string LogProbabilities = "protocol.log-probabilities";

    private static readonly SamplingShapeAnalyzer Analyzer = new(new SamplingShapeOptions());
    private static readonly SamplingParameters Four = new() { ChoiceCount = 4 };

    [TestCase(1.0, 1.5)]
    [TestCase(0.8, 1.5)]
    [TestCase(0.65, 0.75)]
    public void Analyze_ShareOfExchanges_WeighsBetweenUsualAndFull(double share, double weight)
    {
        Signal signal = Group(share, ExchangeTraits.SeveralChoices).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Info.Id, signal.Limit), Is.EqualTo((Choices, 0.5f)));
        Assert.That(signal.Weight, Is.EqualTo(weight).Within(0.001));
        Assert.That(signal.Measure, Is.EqualTo(share).Within(0.001));
    }

    [Test]
    public void Analyze_HalfOfTheExchanges_SaysNothing() =>
        Assert.That(Group(0.5, ExchangeTraits.SeveralChoices).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Analyze_BothTraits_AreTwoSignals() =>
        Assert.That(
            Group(1, ExchangeTraits.SeveralChoices | ExchangeTraits.LogProbabilities).AnalyzedBy(Analyzer).Select(signal => signal.Info.Id),
            Is.EqualTo(new[] { Choices, LogProbabilities }));

    [Test]
    public void Analyze_OneHeavyTranslatorAmongLightUsers_DoesNotSpeakForThem()
    {
        GroupSample group = GroupSample.InTurn(500, 5, 5, 5, 5)
            .WithExchanges((exchange, _) => exchange with { Traits = exchange.Member == 0 ? ExchangeTraits.SeveralChoices : ExchangeTraits.None });

        Assert.That(group.AnalyzedBy(Analyzer), Is.Empty);
    }

    [Test]
    public void Run_LogProbabilitiesInEveryRequest_AreHeard() =>
        Assert.That(Run(new SamplingParameters { LogProbabilities = true }).ShouldHaveSignal("campaign", LogProbabilities).Weight, Is.EqualTo(1.5));

    [Test]
    public void Run_TopLogProbabilities_AreLogProbabilities() =>
        Assert.That(Run(new SamplingParameters { TopLogProbabilities = 5 }).ShouldHaveSignal("campaign", LogProbabilities).Weight, Is.EqualTo(1.5));

    [Test]
    public void Run_OneAnswerPerRequestAskedForFourTimes_IsALimit() =>
        Run(new SamplingParameters()).ShouldNotHaveSignal("campaign", Choices);

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddSamplingShape(options =>
            {
                options.UsualShare = 0.9;
                options.FullShare = 0.8;
                options.ChoicesWeight = 4;
                options.LogProbabilitiesWeight = -1;
            })),
            Is.EqualTo(new[]
            {
                "sampling-shape: ChoicesWeight is 4; it must be from 0 to 3.",
                "sampling-shape: LogProbabilitiesWeight is -1; it must be from 0 to 3.",
                "sampling-shape: FullShare (0.8) must be above UsualShare (0.9), or nothing lies between usual and much.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddSamplingShape();

    protected override void AddCampaign(GroupScenario scenario) => scenario.Add(GroupPlans.Campaign with { Sampling = Four });

    // One customer in three wants alternatives.
    protected override void AddInnocent(GroupScenario scenario) => scenario
        .Add(GroupPlans.People)
        .Add(GroupPlans.Customers)
        .Add(GroupPlans.Customers with { Name = "translators", Accounts = 12, Sampling = Four });

    private static GroupSample Group(double share, ExchangeTraits traits) =>
        GroupSample.InTurn([.. Enumerable.Repeat(20, 5)])
            .WithExchanges((exchange, i) => exchange with { Traits = i / 5 < 20 * share ? traits : ExchangeTraits.Temperature });

    private GroupScenario Run(SamplingParameters sampling) => new GroupScenario(Configure).Add(GroupPlans.Campaign with { Sampling = sampling }).Run();
}
