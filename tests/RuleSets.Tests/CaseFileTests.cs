// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.RuleSets;

public sealed class CaseFileTests
{
    private const int FewestMatches = 5;
    private const int FewestMisses = 10;

    private static readonly RuleSet Catalogue = BuiltInRuleSets.Load();

    public static IEnumerable<string> RuleIds => Catalogue.Rules.Select(rule => rule.Id);

    [TestCaseSource(nameof(RuleIds))]
    public void CaseFile_OfEveryRule_Exists(string rule)
    {
        Assert.That(CaseFile.PathOf(rule), Does.Exist, "A rule without a case file is refused.");

        var file = CaseFile.Read(CaseFile.PathOf(rule));

        Assert.That(file.Matches, Has.Count.GreaterThanOrEqualTo(FewestMatches));
        Assert.That(file.Misses, Has.Count.GreaterThanOrEqualTo(FewestMisses));
    }

    [Test]
    public void CaseFile_WithoutRule_DoesNotExist() =>
        Assert.That(Directory.EnumerateFiles(CaseFile.Folder).Select(Path.GetFileNameWithoutExtension), Is.SubsetOf(RuleIds));

    [TestCaseSource(nameof(RuleIds))]
    public void Match_PromptsOfTheTactic_MatchTheRule(string rule)
    {
        var missed = CaseFile.Read(CaseFile.PathOf(rule)).Matches.Where(prompt => !prompt.Match(Catalogue).Contains(rule, StringComparer.Ordinal));

        Assert.That(missed, Is.Empty);
    }

    [TestCaseSource(nameof(RuleIds))]
    public void Match_InnocentLookAlikes_MatchNoRule(string rule)
    {
        var caught = CaseFile.Read(CaseFile.PathOf(rule)).Misses
            .Select(prompt => (Prompt: prompt, Hits: string.Join(", ", prompt.Match(Catalogue))))
            .Where(entry => entry.Hits.Length > 0);

        Assert.That(caught, Is.Empty);
    }

    [TestCase("Let's think step by step.")]
    [TestCase("Return JSON only.")]
    [TestCase("Rate this from 1 to 10 and explain your reasoning.")]
    [TestCase("Return your final answer within \\boxed{}. Reason step by step.")]
    public void Match_EverydayPhrase_MatchesNoRule(string prompt)
    {
        using var document = System.Text.Json.JsonDocument.Parse(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(prompt));

        Assert.That(new CasePrompt(document.RootElement).Match(Catalogue), Is.Empty);
    }
}
