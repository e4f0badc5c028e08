// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads a rule document: strict, and with every mistake at once.</summary>
internal static class RuleSetReader
{
    /// <summary>The version of the format that this library reads.</summary>
    public const int FormatVersion = 1;

    private const int LongestName = 80;
    private const int LargestRevision = 1_000_000;

    public static readonly string[] Members = ["$schema", "version", "name", "revision", "date", "define", "rules"];

    /// <summary>The document, or null when it has mistakes; they are added to <paramref name="found"/>.</summary>
    public static RuleSetDocument? Read(RuleSetSource source, List<RuleDiagnostic> found)
    {
        var diagnostics = new DiagnosticList(source.Name, found);
        int before = diagnostics.Count;
        if (RuleJsonParser.Parse(source.Utf8.Span, diagnostics) is not { } root)
        {
            return null;
        }

        var members = new MemberReader(root, Members, diagnostics);
        CheckVersion(members, diagnostics);
        string name = members.Text("name", LongestName);
        int revision = (int)members.Number("revision", 1, LargestRevision, whole: true);
        DateOnly date = ReadDate(members, diagnostics);

        var fragments = new FragmentTable(members.Find("define"), diagnostics);
        var conditions = new ConditionReader(fragments, diagnostics);
        List<RuleDocument> rules = [];
        foreach (RuleJsonNode node in members.List("rules", 1, RuleHits.Capacity))
        {
            rules.Add(RuleReader.Read(node, conditions, diagnostics));
        }

        IReadOnlyList<Place> unused = fragments.ReadUnused(conditions);
        return diagnostics.Count > before ? null : new RuleSetDocument
        {
            Source = source.Name,
            Name = name,
            Revision = revision,
            Date = date,
            UnusedFragments = unused,
            Rules = rules,
        };
    }

    private static void CheckVersion(MemberReader members, DiagnosticList diagnostics)
    {
        if (members.Find("version", required: true) is { } node
            && members.HasKind(node, RuleJsonKind.Number)
            && node.Number != FormatVersion)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.Version,
                node.Place,
                "This version of the format is not known.",
                $"Write {FormatVersion}, or use a newer library.",
                node.Shown);
        }
    }

    private static DateOnly ReadDate(MemberReader members, DiagnosticList diagnostics)
    {
        RuleJsonNode? node = members.Find("date", required: true);
        if (!members.HasKind(node, RuleJsonKind.Text))
        {
            return default;
        }

        if (!DateOnly.TryParseExact(
            node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.NotAllowedValue, node.Place, "This is no date.", "Write it as 2026-11-30.", node.Shown);
        }

        return date;
    }
}
