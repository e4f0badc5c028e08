// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

public sealed class RuleSetOptionsTests
{
    private static readonly RuleSetSource[] Sources =
    [
        new("own.json", RuleJson.Document(
            RuleJson.Rule(RuleJson.Any("golden apples"), "calm"),
            RuleJson.Rule(RuleJson.Any("green pears"), "eager").Replace("\"tactic\"", "\"level\": 3, \"tactic\"", StringComparison.Ordinal))),
    ];

    [TestCase(1, ExpectedResult = "calm")]
    [TestCase(2, ExpectedResult = "calm")]
    [TestCase(3, ExpectedResult = "calm eager")]
    [TestCase(4, ExpectedResult = "calm eager")]
    public string Compile_Level_TakesRulesUpToIt(int level) =>
        string.Join(' ', RuleSet.Compile(Sources, new RuleSetOptions { Level = level }).Rules);

    [Test]
    public void Compile_Overrides_ChangeStatusOrLeaveOut()
    {
        var options = new RuleSetOptions { Overrides = { ["calm"] = RuleOverride.Off, ["eager"] = RuleOverride.Experimental } };

        RuleSet rules = RuleSet.Compile(Sources, options);

        Assert.That(rules.Rules.Select(rule => (rule.Id, rule.Status, rule.Level)), Is.EqualTo(new[] { ("eager", RuleStatus.Experimental, 3) }));
        Assert.That(rules.Version, Does.EndWith(", 2 overridden"));
    }

    [Test]
    public void Compile_OverrideOfNoRule_IsAMistakeWithASuggestion()
    {
        var options = new RuleSetOptions { Overrides = { ["clam"] = RuleOverride.Off } };

        RuleSetException thrown = Assert.Throws<RuleSetException>(() => RuleSet.Compile(Sources, options));

        Assert.That((thrown.Diagnostics[0].Code, thrown.Diagnostics[0].Remedy), Is.EqualTo(("DG1044", "Did you mean \"calm\"?")));
    }

    [TestCase(0)]
    [TestCase(5)]
    public void Compile_LevelOutOfRange_Throws(int level) =>
        Assert.That(() => RuleSet.Compile(Sources, new RuleSetOptions { Level = level }), Throws.InstanceOf<GuardConfigurationException>());

    [Test]
    public void Build_ConfigureRules_ReachesTheGuard()
    {
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseRules(Sources)
            .ConfigureRules(rules => rules.Level = 4)
            .ConfigureRules(rules => rules.Overrides["calm"] = RuleOverride.Off)
            .AddPromptPattern(builtInRules: false)
            .Build();

        Assert.That(guard.Rules.Rules.Single().Id, Is.EqualTo("eager"));
    }

    [Test]
    public void Build_RuleLevelOutOfRange_IsAProblemOfTheGuard() =>
        Assert.That(
            () => new DistillationGuardBuilder().ConfigureRules(rules => rules.Level = 9).Build(),
            Throws.InstanceOf<GuardConfigurationException>().With.Message.Contain("Level is 9"));
}
