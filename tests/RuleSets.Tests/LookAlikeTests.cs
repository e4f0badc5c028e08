// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.RuleSets;

/// <summary>People who sound like a harvester and are none: teachers, testers, researchers, annotators, agents, translators and others.</summary>
public sealed class LookAlikeTests
{
    private const string Folder = "LookAlikes";
    private const int FewestPrompts = 300;

    private static readonly RuleSet Catalogue = BuiltInRuleSets.Load();

    public static IEnumerable<string> Banks => PromptBank.NamesIn(Folder);

    [Test]
    public void Banks_Together_HaveEnoughPrompts() =>
        Assert.That(Banks.Sum(bank => PromptBank.Read(Folder, bank).Prompts.Count), Is.GreaterThanOrEqualTo(FewestPrompts));

    [TestCaseSource(nameof(Banks))]
    public void Match_InnocentPrompts_HitNoStableRule(string bank)
    {
        var caught = PromptBank.Read(Folder, bank).Prompts
            .Where(prompt => prompt.MatchesStable(Catalogue))
            .Select(prompt => $"{string.Join(", ", prompt.Match(Catalogue))}: {prompt}");

        Assert.That(caught, Is.Empty);
    }
}
