// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads a condition tree; each operator has a file of its own.</summary>
internal sealed class ConditionReader
{
    /// <summary>What stands for a condition that could not be read.</summary>
    public static readonly ConditionDocument Never = new GroupDocument { All = false, Items = [] };

    /// <summary>The operators.</summary>
    public static readonly string[] Kinds = ["all", "any", "not", "phrases", "regex", "property", "near", "sequence", "count", "use"];

    private const int DeepestNesting = 8;
    private const int MostItems = 256;

    private readonly DiagnosticList _diagnostics;
    private readonly PropertyReader _properties;
    private readonly PhraseReader _phrases;
    private readonly RegexOperator _regexes;
    private readonly FragmentTable _fragments;

    public ConditionReader(FragmentTable fragments, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _fragments = fragments;
        _properties = new PropertyReader(diagnostics);
        _phrases = new PhraseReader(diagnostics);
        _regexes = new RegexOperator(diagnostics);
    }

    /// <summary>The condition, or <see cref="Never"/> where it has mistakes.</summary>
    public ConditionDocument Read(RuleJsonNode node, int depth)
    {
        var members = new MemberReader(node, Kinds, _diagnostics);
        if (node.Kind != RuleJsonKind.Object)
        {
            return Never;
        }

        if (depth > DeepestNesting)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.ConditionDepth,
                node.Place,
                "The condition is nested too deep.",
                $"Nest at most {DeepestNesting} levels; split the rule.");
            return Never;
        }

        if (node.Members.Count != 1)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                node.Place,
                "A condition has exactly one member.",
                "Put several conditions into a list under \"all\" or \"any\".",
                $"{node.Members.Count} members");
            return Never;
        }

        RuleJsonNode value = node.Members[0].Value;
        return node.Members[0].Name switch
        {
            "all" => ReadGroup(members, "all", depth),
            "any" => ReadGroup(members, "any", depth),
            "not" => new NotDocument { Item = Read(value, depth + 1) },
            "phrases" => PhrasesOperator.Read(value, _phrases, _diagnostics),
            "regex" => _regexes.Read(value, _phrases),
            "property" => _properties.Read(value),
            "near" => ProximityOperator.Read(value, ordered: false, _phrases, _diagnostics),
            "sequence" => ProximityOperator.Read(value, ordered: true, _phrases, _diagnostics),
            "count" => CountOperator.Read(value, _phrases, _diagnostics),
            "use" => _fragments.Use(value, this),
            _ => Never,
        };
    }

    private GroupDocument ReadGroup(MemberReader members, string name, int depth)
    {
        List<ConditionDocument> items = [];
        foreach (RuleJsonNode item in members.List(name, 1, MostItems))
        {
            items.Add(Read(item, depth + 1));
        }

        return new GroupDocument { All = name == "all", Items = items };
    }
}
