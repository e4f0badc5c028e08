// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Small rule documents for tests.</summary>
internal static class RuleJson
{
    /// <summary>A document of rules.</summary>
    public static string Document(params string[] rules) =>
        $$"""{"version": 1, "name": "own", "revision": 3, "date": "2026-11-01", "rules": [{{string.Join(",", rules)}}]}""";

    /// <summary>A rule with a condition.</summary>
    public static string Rule(
        string condition, string id = "own-rule", string status = "stable", string tactic = "grading", double weight = 2) =>
        $$"""
        {"id": "{{id}}", "title": "Own", "status": "{{status}}", "tactic": "{{tactic}}", "weight": {{weight}},
         "description": "Own.", "references": ["https://example.org"], "falsePositives": ["testers"], "condition": {{condition}}}
        """;

    /// <summary>A condition: any of some phrases.</summary>
    public static string Any(params string[] phrases) =>
        $$$"""{"phrases": {"any": [{{{string.Join(",", phrases.Select(phrase => $"\"{phrase}\""))}}}]}}""";

    /// <summary>Compiles one rule with a condition.</summary>
    public static RuleSet Compile(string condition) => RuleSet.Compile(Document(Rule(condition)));
}
