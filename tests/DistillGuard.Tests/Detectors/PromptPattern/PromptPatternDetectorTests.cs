// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.PromptPattern;

public sealed class PromptPatternDetectorTests : DetectorContract
{
    private const string Light = "the lighter phrase";
    private const string Heavy = "the heavier phrase";
    private const string Other = "the other tactic";
    private const string Trial = "the phrase on trial";

    private static readonly RuleSetSource Rules = new("own.json", RuleJson.Document(
        RuleJson.Rule(RuleJson.Any(Light), "light", weight: 1),
        RuleJson.Rule(RuleJson.Any(Heavy), "heavy", weight: 3),
        RuleJson.Rule(RuleJson.Any(Other), "other", tactic: "evolution", weight: 2),
        RuleJson.Rule(RuleJson.Any(Trial), "trial", status: "test", weight: 6)));

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public void Inspect_HabitOfTheTactic_WeighsInFull()
    {
        Traffic traffic = NewTraffic().Send(8, Minute, Heavy);

        Signal signal = traffic.Last.ShouldHaveSignal("content.heavy");
        Assert.That(signal.Weight, Is.EqualTo(3).Within(0.001));
        Assert.That(signal.Measure, Is.EqualTo(8).Within(0.1));
        Assert.That(signal.Limit, Is.EqualTo(5));
    }

    [Test]
    public void Inspect_FirstMatch_WeighsOneFifth()
    {
        Traffic traffic = NewTraffic().Send(1, Minute, Heavy);

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Weight, Is.EqualTo(3 / 5.0).Within(0.001));
    }

    [Test]
    public void Inspect_TenInAHundred_WeighsHalf()
    {
        Traffic traffic = NewTraffic();

        traffic.Send(90, TimeSpan.Zero).Send(10, TimeSpan.Zero, Heavy);

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Weight, Is.EqualTo(1.5).Within(0.01));
    }

    [Test]
    public void Inspect_TwoRulesOfATactic_HeavierSpeaksOnce()
    {
        Traffic traffic = NewTraffic().Send(5, TimeSpan.Zero, $"{Light}, {Heavy}");

        Assert.That(traffic.Signals.Select(signal => signal.Info.Id), Is.EqualTo(new[] { "content.heavy" }));
        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Measure, Is.EqualTo(5));
    }

    [Test]
    public void Inspect_TwoTactics_BothSpeak()
    {
        Traffic traffic = NewTraffic().Send(5, TimeSpan.Zero, $"{Other}, {Heavy}");

        Assert.That(traffic.Signals.Select(signal => signal.Info.Id), Is.EquivalentTo(new[] { "content.heavy", "content.other" }));
    }

    [Test]
    public void Inspect_RuleOnTrial_SaysNothing()
    {
        Traffic traffic = NewTraffic().Send(20, Minute, Trial);

        Assert.That(traffic.Loudest.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_MatchesLongAgo_AreForgotten()
    {
        Traffic traffic = NewTraffic().Send(8, TimeSpan.Zero, Heavy).Advance(TimeSpan.FromDays(20)).Send(1, TimeSpan.Zero, Heavy);

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Measure, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Inspect_OneHalfLifeLater_HalfIsLeft()
    {
        Traffic traffic = NewTraffic().Send(8, TimeSpan.Zero, Heavy).Advance(TimeSpan.FromDays(2)).Send(1, TimeSpan.Zero, Heavy);

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Measure, Is.EqualTo(5).Within(0.01));
    }

    [Test]
    public void Observe_TurnedAway_RetriesDoNotAddUp()
    {
        Traffic traffic = NewTraffic();

        traffic.From("blocked").Send(50, Minute, Heavy, status: 403, outputTokens: 0);

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Measure, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Build_OptionsOutOfRange_ListsAllProblems()
    {
        var builder = new DistillationGuardBuilder();
        builder.AddPromptPattern(options =>
        {
            options.HalfLife = TimeSpan.Zero;
            options.ConfirmedAfter = 0;
            options.FullShare = 2;
        });

        Assert.That(() => builder.Build(), Throws.InstanceOf<GuardConfigurationException>()
            .With.Message.Contains("HalfLife").And.Message.Contains("ConfirmedAfter").And.Message.Contains("FullShare"));
    }

    [Test]
    public void State_Size_Is112Bytes() =>
        Assert.That(System.Runtime.CompilerServices.Unsafe.SizeOf<PromptPatternState>(), Is.EqualTo(112));

    [Test]
    public void Inspect_TacticsInTurn_BothHabitsSpeak()
    {
        Traffic traffic = NewTraffic();

        traffic.From("one").Send(10, Minute, i => new Exchange { Prompt = i % 2 == 0 ? Heavy : Other });

        Assert.That(traffic.Last.ShouldHaveSignal("content.heavy").Weight, Is.EqualTo(3).Within(0.01));
        Assert.That(traffic.Last.ShouldHaveSignal("content.other").Weight, Is.EqualTo(2).Within(0.01));
    }

    [Test]
    public void Inspect_RulesReplacedMeanwhile_QuotesNoRuleOfAnotherTactic()
    {
        Traffic traffic = NewTraffic().Send(5, Minute, Heavy);
        traffic.Guard.Rules = RuleSet.Compile(new RuleSetSource("new.json", RuleJson.Document(
            RuleJson.Rule(RuleJson.Any(Other), "other", tactic: "evolution", weight: 2))));

        traffic.Send(1, Minute, Other);

        Assert.That(traffic.Signals.Select(signal => signal.Info.Id), Is.EqualTo(new[] { "content.other" }));
    }

    [Test]
    public void AddPromptPattern_ByDefault_UsesTheCatalogue() =>
        Assert.That(
            new DistillationGuardBuilder().AddPromptPattern().Build().Rules.Rules,
            Has.Count.EqualTo(BuiltInRuleSets.Load().Rules.Count).And.Count.GreaterThan(14));

    [Test]
    public void Tactics_All_HaveACount() =>
        Assert.That(Enum.GetValues<RuleTactic>(), Has.Length.LessThanOrEqualTo(TacticCounts.Count));

    protected override void Configure(DistillationGuardBuilder builder) => builder.UseRules(Rules).AddPromptPattern(builtInRules: false);

    protected override void SendAttack(Traffic traffic) => traffic.Send(40, Minute, Heavy);

    protected override void SendBenign(Traffic traffic) =>
        traffic.Send(200, Minute, "Rate this from 1 to 10 and explain your reasoning step by step.");

    private static Traffic NewTraffic() => new(builder => builder.UseRules(Rules).AddPromptPattern(builtInRules: false));
}
