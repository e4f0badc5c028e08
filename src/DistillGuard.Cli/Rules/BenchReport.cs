// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Rules;

namespace DistillGuard.Cli.Rules;

/// <summary>Shows what was measured of rules.</summary>
internal static class BenchReport
{
    private const int RulesOfFamily = 3;
    private const int OverlapsShown = 20;

    public static void Write(RuleSet rules, HitTable hits, IReadOnlyList<RuleCost> costs, ToolConsole console)
    {
        console.Output.WriteLine(
            $"{Words.Count(rules.Rules.Count, "rule")}, {Words.Count(rules.PhraseCount, "phrase")}, {Words.Count(hits.Prompts, "prompt")}: " +
                Words.Of($"{costs[0].NanosecondsPerKilobyte:N0} ns/KB for all rules together."));
        WriteRules(rules, hits, costs, console);
        WriteFamilies(rules, hits, console);
        WriteOverlaps(rules, hits, console);
    }

    private static void WriteRules(RuleSet rules, HitTable hits, IReadOnlyList<RuleCost> costs, ToolConsole console)
    {
        double sum = costs.Skip(1).Sum(cost => cost.NanosecondsPerKilobyte);
        console.Output.WriteLine();
        console.Output.WriteLine("By rule. Share: of the time that the rules take one by one; together they share one search. Adds: prompts no other rule hits.");
        var table = new TextTable("rule", "level", "languages", ">ns/KB alone", ">share", ">hits", ">per 1,000", ">adds");
        foreach (Rule rule in rules.Rules)
        {
            double alone = costs[rule.Index + 1].NanosecondsPerKilobyte;
            int count = hits.Of(rule.Index);
            table.Add(
                rule.Id,
                Words.Of($"{rule.Level}"),
                string.Join(' ', rule.Languages),
                Words.Of($"{alone:N0}"),
                Words.Of($"{alone / sum:P0}"),
                Words.Of($"{count:N0}"),
                Words.Of($"{1000.0 * count / hits.Prompts:N2}"),
                Words.Of($"{hits.Alone[rule.Index]:N0}"));
        }

        table.WriteTo(console);
    }

    private static void WriteFamilies(RuleSet rules, HitTable hits, ToolConsole console)
    {
        console.Output.WriteLine();
        console.Output.WriteLine("By family of prompts, any rule:");
        var table = new TextTable("family", ">prompts", ">hit", ">per 1,000", "most by");
        foreach ((string family, FamilyHits counted) in hits.Families)
        {
            IEnumerable<string> most = rules.Rules.Where(rule => counted.Rules[rule.Index] > 0)
                .OrderByDescending(rule => counted.Rules[rule.Index])
                .Take(RulesOfFamily)
                .Select(rule => $"{rule.Id} {counted.Rules[rule.Index]}");
            table.Add(
                DisplayText.Clean(family),
                Words.Of($"{counted.Prompts:N0}"),
                Words.Of($"{counted.Hit:N0}"),
                Words.Of($"{counted.PerThousand:N1}"),
                string.Join(", ", most));
        }

        table.WriteTo(console);
    }

    private static void WriteOverlaps(RuleSet rules, HitTable hits, ToolConsole console)
    {
        var pairs = new List<(Rule One, Rule Other, int Both, double Share)>();
        foreach (Rule one in rules.Rules)
        {
            foreach (Rule other in rules.Rules.Skip(one.Index + 1))
            {
                int both = hits.OfBoth(one.Index, other.Index);
                if (both > 0)
                {
                    pairs.Add((one, other, both, (double)both / (hits.Of(one.Index) + hits.Of(other.Index) - both)));
                }
            }
        }

        if (pairs.Count == 0)
        {
            return;
        }

        console.Output.WriteLine();
        console.Output.WriteLine("Overlap, largest first: prompts that both hit, and their share of the prompts that either hits.");
        var table = new TextTable("rule", "and", ">both", ">share");
        foreach ((Rule one, Rule other, int both, double share) in pairs.OrderByDescending(pair => pair.Share).Take(OverlapsShown))
        {
            table.Add(one.Id, other.Id, Words.Of($"{both:N0}"), Words.Of($"{share:P0}"));
        }

        table.WriteTo(console);
    }
}
