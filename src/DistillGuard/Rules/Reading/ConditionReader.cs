// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;
using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads a condition tree.</summary>
internal sealed class ConditionReader
{
    /// <summary>What stands for a condition that could not be read.</summary>
    public static readonly ConditionDocument Never = new GroupDocument { All = false, Items = [] };

    private const int DeepestNesting = 8;
    private const int MostItems = 256;
    private const int LongestPattern = 500;

    private static readonly string[] Kinds = ["all", "any", "not", "phrases", "regex", "property"];
    private static readonly string[] PhrasesMembers = ["any", "all", "atLeast", "scope"];
    private static readonly string[] RegexMembers = ["pattern", "requires", "scope"];
    private static readonly string[] ScopeNames = ["system", "user", "assistant", "prompt", "any"];
    private static readonly RoleScope[] Scopes =
        [RoleScope.System, RoleScope.User, RoleScope.Assistant, RoleScope.Prompt, RoleScope.Any];

    private readonly DiagnosticList _diagnostics;
    private readonly PropertyReader _properties;
    private readonly PhraseReader _phrases;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal); // one is often tried behind several phrases

    public ConditionReader(DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _properties = new PropertyReader(diagnostics);
        _phrases = new PhraseReader(diagnostics);
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
            "phrases" => ReadPhrases(value),
            "regex" => ReadRegex(value),
            "property" => _properties.Read(value),
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

    private ConditionDocument ReadPhrases(RuleJsonNode node)
    {
        var members = new MemberReader(node, PhrasesMembers, _diagnostics);
        if (node.Kind != RuleJsonKind.Object)
        {
            return Never;
        }

        bool all = members.Find("all") is not null;
        if (all == members.Find("any") is not null)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                node.Place,
                "Phrases stand either under \"any\" or under \"all\".",
                "Give exactly one of the two.");
            return Never;
        }

        string list = all ? "all" : "any";
        IReadOnlyList<byte[]> phrases = _phrases.ReadList(members.List(list, 1, MostItems));
        int atLeast = all ? phrases.Count : (int)members.Number("atLeast", 1, Math.Max(1, phrases.Count), 1, whole: true);
        if (all && members.Find("atLeast") is { } needless)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                needless.Place,
                "\"atLeast\" counts the phrases of \"any\"; \"all\" demands every one.",
                "Remove it, or write \"any\".");
        }

        return new PhrasesDocument { Phrases = phrases, AtLeast = atLeast, Scope = ReadScope(members) };
    }

    private ConditionDocument ReadRegex(RuleJsonNode node)
    {
        var members = new MemberReader(node, RegexMembers, _diagnostics);
        string pattern = members.Text("pattern", LongestPattern);
        byte[] requires = members.Find("requires", required: true) is { } literal ? _phrases.Read(literal) : [];
        RoleScope scope = ReadScope(members);
        return CompilePattern(members, pattern) is { } regex
            ? new RegexDocument { Pattern = regex, Requires = requires, Scope = scope }
            : Never;
    }

    private Regex? CompilePattern(MemberReader members, string pattern)
    {
        const RegexOptions Linear =
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

        if (pattern.Length is 0 or > LongestPattern)
        {
            return null;
        }

        if (_patterns.TryGetValue(pattern, out Regex? known))
        {
            return known;
        }

        try
        {
            var regex = new Regex(pattern, Linear, Regex.InfiniteMatchTimeout);
            _patterns.Add(pattern, regex);
            return regex;
        }
        catch (ArgumentException exception)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.BadPattern,
                members.Find("pattern")!.Place,
                "The pattern is not a regular expression: " + exception.Message.ReplaceLineEndings(" "),
                "Correct it; remember that JSON wants \\\\ for \\.",
                RuleJsonNode.Shorten(pattern));
        }
        catch (NotSupportedException)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.PatternNotLinear,
                members.Find("pattern")!.Place,
                "The pattern cannot be matched in linear time, or needs too large an automaton.",
                "Do without look-around, back-references, atomic groups and large counted repeats.",
                RuleJsonNode.Shorten(pattern));
        }

        return null;
    }

    private static RoleScope ReadScope(MemberReader members) =>
        Scopes[members.Choice("scope", ScopeNames, standard: "prompt")];
}
