// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Workshop;

/// <summary>Tells which ingredient of a rule a prompt lacks.</summary>
internal sealed class ConditionProbe
{
    private const int PhrasesShown = 3;

    private readonly IReadOnlyList<ConditionDocument> _ingredients;
    private readonly CompiledCondition[] _conditions;
    private readonly RuleSet _set;
    private readonly MatchScratch _scratch = new();

    public ConditionProbe(ConditionDocument condition)
    {
        _ingredients = condition is GroupDocument { All: true } all ? all.Items : [condition];
        var atoms = new AtomTable();
        _conditions = [.. _ingredients.Select(ingredient => ConditionCompiler.Compile(ingredient, atoms))];
        _set = new RuleSet([], _conditions, atoms, "probe");
    }

    /// <summary>The rules of documents, as written; documents with mistakes are left out.</summary>
    public static IEnumerable<RuleDocument> Read(IReadOnlyList<RuleSetSource> sources)
    {
        List<RuleDiagnostic> ignored = [];
        return sources.Select(source => RuleSetReader.Read(source, ignored)).OfType<RuleSetDocument>().SelectMany(document => document.Rules);
    }

    /// <summary>The first ingredients that do not hold, in a sentence.</summary>
    public string WhyNot(in RequestContent content)
    {
        ReadOnlySpan<ulong> atoms = _set.ReadAtoms(in content, _scratch);
        List<string> missing = [];
        for (int i = 0; i < _conditions.Length; i++)
        {
            if (!_conditions[i].IsMet(atoms))
            {
                missing.Add($"ingredient {i + 1} of {_conditions.Length} is missing ({Describe(_ingredients[i])})");
            }
        }

        return missing.Count == 0 ? "every ingredient is there, but not in the scopes that the rule reads" : string.Join("; ", missing);
    }

    private static string Describe(ConditionDocument condition) => condition switch
    {
        PhrasesDocument phrases => $"{phrases.AtLeast} of {phrases.Phrases.Count} phrases: {Quote(phrases.Phrases)}",
        CountDocument count => $"{count.Minimum} times one of {Quote(count.Phrases)}",
        ProximityDocument near => $"{(near.Ordered ? "in order" : "near each other")}: {string.Join(" and ", near.Groups.Select(Quote))}",
        RegexDocument regex => $"pattern {regex.Pattern}",
        PropertyDocument property => $"property {RequestProperties.Names[(int)property.Property]}",
        NotDocument not => $"not {Describe(not.Item)}",
        GroupDocument group => $"{(group.All ? "all" : "any")} of {group.Items.Count}: {Describe(group.Items[0])}, ...",
        _ => "a condition",
    };

    private static string Quote(IReadOnlyList<byte[]> phrases)
    {
        string shown = string.Join(", ", phrases.Take(PhrasesShown).Select(phrase => $"\"{Encoding.UTF8.GetString(phrase)}\""));
        return phrases.Count > PhrasesShown ? shown + ", ..." : shown;
    }
}
