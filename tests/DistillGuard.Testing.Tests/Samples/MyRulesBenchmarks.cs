// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Testing.Benchmarks;

namespace Acme.Gateway;

/// <summary>What one's own rules cost beside the catalogue that comes with the library, and what they hit.</summary>
public class MyRulesBenchmarks : RuleSetBenchmarks
{
    protected override IReadOnlyList<RuleSetSource> Rules =>
    [
        new("acme.json", """
            {
              "version": 1, "name": "acme", "revision": 1, "date": "2026-11-23",
              "rules": [
                {
                  "id": "acme-worksheets", "title": "Wants worksheets in bulk", "status": "experimental",
                  "tactic": "task-generation", "weight": 1, "description": "Asks for many worksheets at once.",
                  "references": ["https://example.org/acme"], "falsePositives": ["teachers"],
                  "condition": { "near": { "groups": [["worksheets"], ["for every grade"]], "within": 5 } }
                }
              ]
            }
            """),
    ];

    protected override IEnumerable<BenchmarkPrompt> Prompts =>
    [
        new("Worksheets on fractions for every grade, please.", IsBenign: false),
        new("Write a worksheet on fractions for my class.", IsBenign: true),
    ];
}
