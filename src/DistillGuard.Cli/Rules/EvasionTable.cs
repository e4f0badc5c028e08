// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Cli.Rules;

/// <summary>Shows how many matching cases survive each disguise, by rule and in all.</summary>
internal static class EvasionTable
{
    private static readonly string[] Names =
        ["case", "spacing", "zero-width", "full-width", "homoglyphs", "punctuation", "clause order", "base64", "rot13"];

    /// <summary>What people call a disguise.</summary>
    public static string NameOf(Evasion evasion) => Names[(int)evasion];

    public static void Write(IReadOnlyList<EvasionResult> results, ToolConsole console)
    {
        if (results.Count == 0)
        {
            return;
        }

        console.Output.WriteLine();
        console.Output.WriteLine("Matching cases that are still matched in disguise:");
        var table = new TextTable(["rule", ">cases", .. Names.Select(name => ">" + name)]);
        foreach (IGrouping<string, EvasionResult> rule in results.GroupBy(result => result.Rule, StringComparer.Ordinal))
        {
            table.Add([rule.Key, Words.Of($"{rule.First().Cases}"), .. rule.Select(result => Words.Of($"{result.Rate:P0}"))]);
        }

        IEnumerable<string> totals = results.GroupBy(result => result.Evasion)
            .Select(evasion => Words.Of($"{Share(evasion.Sum(result => result.Survived), evasion.Sum(result => result.Cases)):P0}"));
        table.Add(["all", Words.Of($"{results.Where(result => result.Evasion == Evasion.Case).Sum(result => result.Cases)}"), .. totals]);
        table.WriteTo(console);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
