// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Cli.Rules;

/// <summary>Which rules hit which prompts, counted.</summary>
internal sealed class HitTable
{
    private readonly int[][] _together;

    private HitTable(int rules) => _together = [.. Enumerable.Range(0, rules).Select(_ => new int[rules])];

    /// <summary>Prompts, and those that any rule hits, by family.</summary>
    public SortedDictionary<string, FamilyHits> Families { get; } = new(StringComparer.Ordinal);

    /// <summary>Prompts that each rule hits and no other does.</summary>
    public int[] Alone { get; private set; } = [];

    /// <summary>Number of prompts.</summary>
    public int Prompts { get; private set; }

    /// <summary>Matches rules against requests.</summary>
    public static HitTable Count(RuleSet rules, IReadOnlyList<RequestBuffer> requests, IReadOnlyList<string> families)
    {
        var table = new HitTable(rules.Rules.Count) { Alone = new int[rules.Rules.Count], Prompts = requests.Count };
        var scratch = new MatchScratch();
        for (int i = 0; i < requests.Count; i++)
        {
            RuleHits hits = default;
            rules.Match(requests[i].Content, scratch, ref hits);
            table.Add(in hits, families[i], rules.Rules.Count);
        }

        return table;
    }

    /// <summary>Prompts that a rule hits.</summary>
    public int Of(int rule) => _together[rule][rule];

    /// <summary>Prompts that two rules both hit.</summary>
    public int OfBoth(int one, int other) => _together[one][other];

    private void Add(in RuleHits hits, string family, int rules)
    {
        if (!Families.TryGetValue(family, out FamilyHits? counted))
        {
            counted = new FamilyHits(rules);
            Families.Add(family, counted);
        }

        counted.Prompts++;
        counted.Hit += hits.IsEmpty ? 0 : 1;
        for (int one = hits.Next(0); one >= 0; one = hits.Next(one + 1))
        {
            counted.Rules[one]++;
            Alone[one] += hits.Count == 1 ? 1 : 0;
            for (int other = hits.Next(0); other >= 0; other = hits.Next(other + 1))
            {
                _together[one][other]++;
            }
        }
    }
}
