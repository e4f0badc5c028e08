// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Workshop;

/// <summary>What a rule's cases show: that another rule does its work, that innocent prompts match, that there are none.</summary>
internal static class CaseWarnings
{
    private const int FewestMatches = 3;

    public static void Add(RuleDocument rule, RuleTest test, IReadOnlyList<RuleCaseFile> cases, DiagnosticList warnings)
    {
        string? everyday = EverydayPrompts.All.FirstOrDefault(text => test.Match(EverydayPrompts.AsCase(text)).Contains(rule.Id, StringComparer.Ordinal));
        RuleCaseFile? file = cases.FirstOrDefault(file => file.Rule == rule.Id);
        RuleCase? caught = file?.Misses.FirstOrDefault(prompt => test.Match(prompt).Contains(rule.Id, StringComparer.Ordinal));
        if (everyday is not null || caught is not null)
        {
            warnings.Add(
                RuleDiagnosticCodes.TooGeneral,
                rule.Place,
                everyday is not null ? "An everyday prompt matches this rule." : "An innocent look-alike of its own case file matches this rule.",
                "Demand another ingredient that this prompt lacks.",
                RuleJsonNode.Shorten(everyday ?? caught!.ToString()));
        }

        if (file is null || file.Matches.Count == 0 || file.Misses.Count == 0)
        {
            warnings.Add(
                RuleDiagnosticCodes.NoCases,
                rule.Place,
                "The rule has no case file with prompts that match and innocent ones that do not.",
                $"Write {rule.Id}.cases.json beside the rules.");
            return;
        }

        if (file.Matches.Count >= FewestMatches && Shadow(rule.Id, test, file) is { } shadow)
        {
            warnings.Add(
                RuleDiagnosticCodes.Shadowed,
                rule.Place,
                $"Whenever this rule matches, in all {file.Matches.Count} of its cases, {shadow} matches too.",
                "Merge the two, or make one of them narrower; add a case that only this rule matches.");
        }
    }

    private static string? Shadow(string rule, RuleTest test, RuleCaseFile file)
    {
        HashSet<string>? always = null;
        foreach (RuleCase prompt in file.Matches)
        {
            IReadOnlyList<string> matched = test.Match(prompt);
            if (matched.Contains(rule, StringComparer.Ordinal))
            {
                always ??= [.. matched];
                always.IntersectWith(matched);
            }
        }

        return always?.Where(other => other != rule).Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
