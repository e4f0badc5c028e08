// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Signals;
using DistillGuard.Text;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads one rule.</summary>
internal static class RuleReader
{
    /// <summary>Names of <see cref="RuleStatus"/> in its order.</summary>
    public static readonly string[] Statuses = ["experimental", "test", "stable"];

    /// <summary>Names of <see cref="RuleTactic"/> in its order.</summary>
    public static readonly string[] Tactics =
    [
        "hidden-reasoning", "reasoning-trace", "task-generation", "instance-generation", "evolution", "code-problem", "grading",
        "preference", "tagging", "question-mining", "persona", "transcript", "rewriting", "function-calls", "trajectory",
    ];

    /// <summary>Names of <see cref="SignalFamily"/> in its order.</summary>
    public static readonly string[] Families =
        ["volume", "content", "origin", "protocol", "structure", "identity", "timing", "distribution"];

    private const int LongestId = 60;
    private const int LongestTitle = 120;
    private const int LongestProse = 1000;
    private const int MostNotes = 16;
    private const double LeastWeight = 0.01;
    private const double GreatestWeight = 6;

    public static readonly string[] Members =
    [
        "id", "title", "status", "level", "tactic", "family", "weight", "description", "references", "falsePositives", "condition",
    ];

    /// <summary>The rule; where it has mistakes, they are added and the values are harmless.</summary>
    public static RuleDocument Read(RuleJsonNode node, ConditionReader conditions, DiagnosticList diagnostics)
    {
        var members = new MemberReader(node, Members, diagnostics);
        return new RuleDocument
        {
            Place = node.Place,
            Id = ReadId(members, diagnostics),
            Title = members.Text("title", LongestTitle),
            Status = (RuleStatus)members.Choice("status", Statuses),
            Level = (int)members.Number("level", RuleSetOptions.LeastLevel, RuleSetOptions.GreatestLevel, 1, whole: true),
            Tactic = (RuleTactic)members.Choice("tactic", Tactics),
            Family = (SignalFamily)members.Choice("family", Families, standard: "content"),
            Weight = (float)members.Number("weight", LeastWeight, GreatestWeight),
            Description = members.Text("description", LongestProse),
            References = members.Texts("references", 1, MostNotes, LongestProse),
            FalsePositives = members.Texts("falsePositives", 1, MostNotes, LongestProse),
            Condition = ReadCondition(members, conditions, diagnostics),
        };
    }

    private static ConditionDocument ReadCondition(MemberReader members, ConditionReader conditions, DiagnosticList diagnostics)
    {
        int before = diagnostics.Count;
        if (members.Find("condition", required: true) is not { } node)
        {
            return ConditionReader.Never;
        }

        ConditionDocument condition = conditions.Read(node, depth: 1);
        if (diagnostics.Count == before)
        {
            CheckMeaning(condition, node.Place, diagnostics);
        }

        return condition;
    }

    private static void CheckMeaning(ConditionDocument condition, Place place, DiagnosticList diagnostics)
    {
        if (ConditionTree.Size(condition) > ConditionTree.LargestSize)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.ConditionTooLarge,
                place,
                "With its fragments put in, the condition is too large.",
                $"Use at most {ConditionTree.LargestSize} conditions in a rule; split it.");
            return;
        }

        var atoms = new AtomTable();
        CompiledCondition compiled = ConditionCompiler.Compile(condition, atoms);
        if (compiled.IsMet(new ulong[(atoms.Count / 64) + 1]))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.AlwaysTrue,
                place,
                "The condition holds for a request that says nothing.",
                "Demand a phrase; \"not\" alone is no evidence.");
        }
        else if (compiled.Triggers is not { ShortestBytes: >= PhraseFilter.Wide })
        {
            diagnostics.Add(
                RuleDiagnosticCodes.SlowRule,
                place,
                "The condition can hold without any phrase long enough to search for quickly.",
                $"Demand one of some phrases that all have {PhraseFilter.Wide} or more UTF-8 bytes.");
        }
    }

    private static string ReadId(MemberReader members, DiagnosticList diagnostics)
    {
        string id = members.Text("id", LongestId);
        if (id.Length > 0 && !IsId(id))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.BadId,
                members.Find("id")!.Place,
                "An id is lower-case letters, digits and single hyphens, and starts with a letter.",
                "Write it like \"hidden-reasoning-verbatim\".",
                RuleJsonNode.Shorten(id));
        }

        return id;
    }

    /// <summary>Whether a name is lower-case letters, digits and single hyphens, and starts with a letter.</summary>
    public static bool IsId(string id)
    {
        bool isClean = id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal);
        foreach (char character in id)
        {
            isClean &= char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-';
        }

        return isClean;
    }
}
