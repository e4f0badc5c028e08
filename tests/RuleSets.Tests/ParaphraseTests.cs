// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.RuleSets;

/// <summary>Tactics in other words: how many prompts that were not written for one rule are matched by any.</summary>
public sealed class ParaphraseTests
{
    private const string Folder = "Paraphrases";
    private const int FewestPrompts = 8;

    private static readonly RuleSet Catalogue = BuiltInRuleSets.Load();

    public static IEnumerable<string> Banks => PromptBank.NamesIn(Folder);

    [TestCaseSource(nameof(Banks))]
    public void Bank_OfEveryTactic_HasEnoughPrompts(string bank) =>
        Assert.That(PromptBank.Read(Folder, bank).Prompts, Has.Count.GreaterThanOrEqualTo(FewestPrompts));

    [TestCaseSource(nameof(Banks))]
    public void Match_ParaphrasesOfATactic_HitTheShareStated(string bank)
    {
        var paraphrases = PromptBank.Read(Folder, bank);
        CasePrompt[] quiet = [.. paraphrases.Prompts.Where(prompt => !prompt.MatchesStable(Catalogue))];
        double share = 1 - ((double)quiet.Length / paraphrases.Prompts.Count);
        TestContext.Progress.WriteLine($"{bank,-34}{share,8:P1}  of {paraphrases.Prompts.Count}");

        Assert.That(share, Is.GreaterThanOrEqualTo(paraphrases.Share), string.Join(Environment.NewLine, quiet.Select(prompt => prompt.ToString())));
    }
}
