// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads the members of one object: complains about unknown, duplicate, missing, mistyped and out-of-range ones.</summary>
/// <remarks>What could not be read has a harmless value, so that reading goes on and finds the other mistakes.</remarks>
internal sealed class MemberReader
{
    private readonly RuleJsonNode _node;
    private readonly DiagnosticList _diagnostics;

    public MemberReader(RuleJsonNode node, IReadOnlyList<string> allowed, DiagnosticList diagnostics)
    {
        _node = node;
        _diagnostics = diagnostics;
        if (!HasKind(node, RuleJsonKind.Object))
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (RuleJsonMember member in node.Members)
        {
            if (!allowed.Contains(member.Name, StringComparer.Ordinal))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.UnknownMember,
                    member.Place,
                    $"There is no member {RuleJsonNode.Shorten(member.Name)} here.",
                    NameSuggestion.Remedy(member.Name, allowed));
            }
            else if (!seen.Add(member.Name))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.DuplicateMember,
                    member.Place,
                    "The member is given twice.",
                    "Keep one of them.");
            }
        }
    }

    /// <summary>Place of the object.</summary>
    public Place Place => _node.Place;

    /// <summary>The member's value, or null; a missing one is a mistake only if it is required.</summary>
    public RuleJsonNode? Find(string name, bool required = false)
    {
        foreach (RuleJsonMember member in _node.Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        if (required && _node.Kind == RuleJsonKind.Object)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.MissingMember,
                _node.Place,
                $"The member \"{name}\" is missing.",
                $"Add \"{name}\".");
        }

        return null;
    }

    /// <summary>A text of 1 to <paramref name="longest"/> characters that is not blank.</summary>
    public string Text(string name, int longest) =>
        Find(name, required: true) is { } node ? TextOf(node, longest) : string.Empty;

    /// <summary>One of several names, as its place in the list; 0 if it is none.</summary>
    public int Choice(string name, IReadOnlyList<string> allowed, string? standard = null)
    {
        if (Find(name, required: standard is null) is not { } node)
        {
            return standard is null ? 0 : allowed.ToList().IndexOf(standard);
        }

        if (!HasKind(node, RuleJsonKind.Text))
        {
            return 0;
        }

        int index = allowed.ToList().IndexOf(node.Text);
        if (index < 0)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.NotAllowedValue,
                node.Place,
                $"This is no {name}.",
                NameSuggestion.Remedy(node.Text, allowed),
                node.Shown);
        }

        return Math.Max(index, 0);
    }

    /// <summary>A number in a range, both ends included.</summary>
    public double Number(string name, double least, double greatest, double? standard = null, bool whole = false)
    {
        double fallback = standard ?? least;
        if (Find(name, required: standard is null) is not { } node || !HasKind(node, RuleJsonKind.Number))
        {
            return fallback;
        }

        bool inRange = node.Number >= least && node.Number <= greatest && (!whole || node.Number == Math.Truncate(node.Number));
        if (inRange)
        {
            return node.Number;
        }

        string kind = whole ? "a whole number" : "a number";
        _diagnostics.Add(
            RuleDiagnosticCodes.OutOfRange,
            node.Place,
            "The number is out of range.",
            $"Give {kind} from {least} to {greatest}.",
            node.Shown);
        return fallback;
    }

    /// <summary>A list of <paramref name="fewest"/> to <paramref name="most"/> values; empty if it could not be read.</summary>
    public IReadOnlyList<RuleJsonNode> List(string name, int fewest, int most)
    {
        if (Find(name, required: true) is not { } node || !HasKind(node, RuleJsonKind.List))
        {
            return [];
        }

        if (node.Items.Count < fewest || node.Items.Count > most)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.BadCount,
                node.Place,
                "The list has a wrong number of items.",
                $"Give {fewest} to {most}.",
                node.Shown);
        }

        return node.Items;
    }

    /// <summary>A list of texts without duplicates.</summary>
    public IReadOnlyList<string> Texts(string name, int fewest, int most, int longest)
    {
        List<string> texts = [];
        foreach (RuleJsonNode item in List(name, fewest, most))
        {
            string text = TextOf(item, longest);
            if (text.Length > 0 && texts.Contains(text))
            {
                _diagnostics.Add(
                    RuleDiagnosticCodes.DuplicateItem, item.Place, "The item stands twice in the list.", "Remove it.", item.Shown);
            }

            texts.Add(text);
        }

        return texts;
    }

    /// <summary>Whether a value has a kind; a mistake if not.</summary>
    public bool HasKind([NotNullWhen(true)] RuleJsonNode? node, RuleJsonKind kind)
    {
        if (node is null || node.Kind == kind)
        {
            return node is not null;
        }

        string wanted = kind switch
        {
            RuleJsonKind.Text => "a text",
            RuleJsonKind.Number => "a number",
            RuleJsonKind.List => "a list",
            RuleJsonKind.Boolean => "true or false",
            _ => "an object",
        };
        _diagnostics.Add(
            RuleDiagnosticCodes.WrongKind, node.Place, "The value is of the wrong kind.", $"Give {wanted}.", node.Shown);
        return false;
    }

    private string TextOf(RuleJsonNode node, int longest)
    {
        if (!HasKind(node, RuleJsonKind.Text))
        {
            return string.Empty;
        }

        if (string.IsNullOrWhiteSpace(node.Text) || node.Text.Length > longest)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.BadText,
                node.Place,
                "The text is blank or too long.",
                $"Write 1 to {longest} characters.",
                node.Shown);
        }

        return node.Text;
    }
}
