// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Rules;

/// <summary>A folder with a rule file and its cases.</summary>
internal sealed class RulesFolder : IDisposable
{
    public const string Rules = """
        {
          "version": 1, "name": "house", "revision": 1, "date": "2026-11-28",
          "rules": [
            {
              "id": "worksheets", "title": "Wants worksheets in bulk", "status": "test", "tactic": "task-generation", "weight": 1,
              "description": "Asks for many worksheets.", "references": ["https://example.org"], "falsePositives": ["teachers"],
              "condition": { "all": [ { "phrases": { "any": ["worksheets for every grade"], "lang": "en" } },
                                      { "phrases": { "any": ["training data", "fine-tune"] } } ] }
            }
          ]
        }
        """;

    public const string Cases = """
        { "matches": ["Worksheets for every grade, as training data.", "Fine-tune on worksheets for every grade.", "training data: worksheets for every grade"],
          "misses": ["One worksheet, please."] }
        """;

    private readonly TemporaryFolder _folder = new();

    public RulesFolder(string rules = Rules, string? cases = Cases)
    {
        File.WriteAllText(RuleFile, rules);
        if (cases is not null)
        {
            File.WriteAllText(PathOf("worksheets.cases.json"), cases);
        }
    }

    public string Path => _folder.Path;

    public string RuleFile => PathOf("house.json");

    public string PathOf(string name) => System.IO.Path.Join(_folder.Path, name);

    public void Dispose() => _folder.Dispose();
}
