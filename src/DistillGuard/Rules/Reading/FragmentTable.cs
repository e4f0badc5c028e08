// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>The named conditions of a document: <c>define</c> names them, <c>use</c> puts them in.</summary>
/// <remarks>
/// Each is read once, when it is first used or at the end. A fragment may use others but not itself, and what all the uses of a rule
/// amount to is bounded: a few short fragments that use each other twice would otherwise grow without end.
/// </remarks>
internal sealed class FragmentTable
{
    public const int MostFragments = 64;

    private readonly DiagnosticList _diagnostics;
    private readonly Dictionary<string, RuleJsonMember> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConditionDocument> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    /// <summary>Takes the fragments of a document.</summary>
    /// <param name="node">The value of <c>define</c>, or null.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public FragmentTable(RuleJsonNode? node, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        if (node is null)
        {
            return;
        }

        // Any name may be defined, so all that are written are allowed; duplicates and a wrong kind are still mistakes.
        _ = new MemberReader(node, [.. node.Members.Select(member => member.Name)], diagnostics);
        if (node.Members.Count > MostFragments)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.BadCount,
                node.Place,
                "There are too many fragments.",
                $"Define at most {MostFragments}.",
                $"{node.Members.Count}");
        }

        foreach (RuleJsonMember member in node.Members)
        {
            if (!RuleReader.IsId(member.Name))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.BadId,
                    member.Place,
                    "A fragment's name is lower-case letters, digits and single hyphens, and starts with a letter.",
                    "Write it like \"for-training\".",
                    RuleJsonNode.Shorten(member.Name));
            }

            _written.TryAdd(member.Name, member);
        }
    }

    /// <summary>The condition of a fragment that is used somewhere.</summary>
    /// <param name="node">The value of <c>use</c>.</param>
    /// <param name="reader">Reads the fragment when it was not read yet.</param>
    public ConditionDocument Use(RuleJsonNode node, ConditionReader reader)
    {
        if (node.Kind != RuleJsonKind.Text)
        {
            _diagnostics.Add(RuleDiagnosticCodes.WrongKind, node.Place, "The value is of the wrong kind.", "Give a text.", node.Shown);
            return ConditionReader.Never;
        }

        _used.Add(node.Text);
        if (_open.Contains(node.Text, StringComparer.Ordinal))
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.FragmentCycle,
                node.Place,
                $"The fragment uses itself: {string.Join(" -> ", _open.SkipWhile(name => name != node.Text))} -> {node.Text}.",
                "Break the circle: write out the condition at one place.",
                node.Shown);
            return ConditionReader.Never;
        }

        return Read(node.Text, reader) ?? Unknown(node);
    }

    /// <summary>Reads the fragments that nobody used, so that their mistakes show as well.</summary>
    /// <returns>Where the unused ones stand.</returns>
    public IReadOnlyList<Place> ReadUnused(ConditionReader reader)
    {
        List<Place> unused = [];
        foreach ((string name, RuleJsonMember member) in _written)
        {
            if (!_used.Contains(name))
            {
                unused.Add(member.Place);
                _ = Read(name, reader);
            }
        }

        return unused;
    }

    private ConditionDocument? Read(string name, ConditionReader reader)
    {
        if (_read.TryGetValue(name, out ConditionDocument? known))
        {
            return known;
        }

        if (!_written.TryGetValue(name, out RuleJsonMember member))
        {
            return null;
        }

        _open.Add(name);
        ConditionDocument condition = reader.Read(member.Value, depth: 1);
        _open.RemoveAt(_open.Count - 1);
        _read.Add(name, condition);
        return condition;
    }

    private ConditionDocument Unknown(RuleJsonNode node)
    {
        _diagnostics.Add(
            RuleDiagnosticCodes.UnknownFragment,
            node.Place,
            "There is no fragment of this name.",
            _written.Count == 0 ? "Define it under \"define\"." : NameSuggestion.Remedy(node.Text, [.. _written.Keys]),
            node.Shown);
        return ConditionReader.Never;
    }
}
