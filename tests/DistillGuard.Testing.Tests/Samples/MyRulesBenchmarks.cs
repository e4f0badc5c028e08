// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace Acme.Gateway;

/// <summary>What one's own rules cost beside the catalogue that comes with the library.</summary>
[MemoryDiagnoser]
public class MyRulesBenchmarks
{
    private const string MyRules = """
        {
          "version": 1, "name": "acme", "revision": 1, "date": "2026-11-23",
          "rules": [
            {
              "id": "acme-worksheets", "title": "Wants worksheets in bulk", "status": "experimental",
              "tactic": "task-generation", "weight": 1, "description": "Asks for many worksheets at once.",
              "references": ["https://example.org/acme"], "falsePositives": ["teachers"],
              "condition": { "phrases": { "all": ["worksheets", "for every grade"] } }
            }
          ]
        }
        """;

    private readonly MatchScratch _scratch = new();
    private readonly RequestBuffer _request = new();
    private RuleSet _catalogue = RuleSet.Empty;
    private RuleSet _withMine = RuleSet.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        _catalogue = BuiltInRuleSets.Load();
        _withMine = RuleSet.Compile([.. BuiltInRuleSets.Sources(), new RuleSetSource("acme.json", MyRules)]);
        _request.Add(MessageRole.User, string.Concat(Enumerable.Repeat("Worksheets on fractions for every grade. ", 100)));
    }

    [Benchmark(Baseline = true)]
    public int Catalogue() => Match(_catalogue);

    [Benchmark]
    public int CatalogueAndMine() => Match(_withMine);

    private int Match(RuleSet rules)
    {
        RuleHits hits = default;
        rules.Match(_request.Content, _scratch, ref hits);
        return hits.Count;
    }
}
