// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.RuleSets;

/// <summary>What a rule must match and must not match; it lies in <c>Cases/&lt;rule-id&gt;.json</c>.</summary>
public sealed class CaseFile
{
    private CaseFile(string rule, List<CasePrompt> matches, List<CasePrompt> misses)
    {
        Rule = rule;
        Matches = matches;
        Misses = misses;
    }

    public string Rule { get; }

    public IReadOnlyList<CasePrompt> Matches { get; }

    /// <summary>Innocent look-alikes; no rule of the catalogue may match them.</summary>
    public IReadOnlyList<CasePrompt> Misses { get; }

    public static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases");

    public static string PathOf(string rule) => Path.Combine(Folder, rule + ".json");

    public static CaseFile Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = document.RootElement;
        return new CaseFile(Path.GetFileNameWithoutExtension(path), Prompts(root, "matches"), Prompts(root, "misses"));
    }

    private static List<CasePrompt> Prompts(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(element => new CasePrompt(element))];
}
