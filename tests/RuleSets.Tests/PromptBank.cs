// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.RuleSets;

/// <summary>Prompts of one kind, written for this project: a file of <c>Paraphrases</c> or <c>LookAlikes</c>.</summary>
public sealed class PromptBank
{
    private PromptBank(double share, List<CasePrompt> prompts)
    {
        Share = share;
        Prompts = prompts;
    }

    /// <summary>Share of the prompts that at least one stable rule is expected to match, 0 to 1; 0 where the file names none.</summary>
    public double Share { get; }

    public IReadOnlyList<CasePrompt> Prompts { get; }

    /// <summary>Names of the banks in a folder beside the tests.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, folder), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static PromptBank Read(string folder, string name)
    {
        string path = Path.Combine(TestContext.CurrentContext.TestDirectory, folder, name + ".json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = document.RootElement;
        return new PromptBank(
            root.TryGetProperty("share", out JsonElement share) ? share.GetDouble() : 0,
            [.. root.GetProperty("prompts").EnumerateArray().Select(element => new CasePrompt(element))]);
    }
}
