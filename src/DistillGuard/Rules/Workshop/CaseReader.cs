// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Workshop;

/// <summary>Reads case files: strict, and with every mistake at once.</summary>
internal sealed class CaseReader
{
    private const int MostCases = 10_000;
    private const int LongestText = 1024 * 1024;

    private static readonly string[] Members = ["$schema", "matches", "misses"];
    private static readonly string[] CaseMembers = ["system", "user", "assistant", "properties"];
    private static readonly MessageRole[] Roles = [MessageRole.System, MessageRole.User, MessageRole.Assistant];

    private readonly string _rule;
    private readonly DiagnosticList _diagnostics;

    private CaseReader(string rule, DiagnosticList diagnostics)
    {
        _rule = rule;
        _diagnostics = diagnostics;
    }

    /// <summary>The file, or null when it has mistakes; they are added to <paramref name="found"/>.</summary>
    public static RuleCaseFile? Read(string rule, RuleSetSource source, List<RuleDiagnostic> found)
    {
        var diagnostics = new DiagnosticList(source.Name, found);
        int before = diagnostics.Count;
        if (RuleJsonParser.Parse(source.Utf8.Span, diagnostics) is not { } root)
        {
            return null;
        }

        var members = new MemberReader(root, Members, diagnostics);
        var reader = new CaseReader(rule, diagnostics);
        IReadOnlyList<RuleCase> matches = reader.ReadList(members, "matches", mustMatch: true);
        IReadOnlyList<RuleCase> misses = reader.ReadList(members, "misses", mustMatch: false);
        return diagnostics.Count > before ? null : new RuleCaseFile(rule, source.Name, matches, misses);
    }

    private List<RuleCase> ReadList(MemberReader members, string name, bool mustMatch)
    {
        List<RuleCase> cases = [];
        foreach (RuleJsonNode node in members.List(name, 0, MostCases))
        {
            cases.Add(ReadCase(node, mustMatch, cases.Count + 1));
        }

        return cases;
    }

    private RuleCase ReadCase(RuleJsonNode node, bool mustMatch, int number)
    {
        if (node.Kind == RuleJsonKind.Text)
        {
            return new RuleCase(_rule, mustMatch, number, [(MessageRole.User, node.Text)], []);
        }

        var members = new MemberReader(node, CaseMembers, _diagnostics);
        List<(MessageRole Role, string Text)> texts = [];
        foreach (RuleJsonMember member in node.Members)
        {
            int role = Array.IndexOf(CaseMembers, member.Name);
            if (role >= 0 && role < Roles.Length)
            {
                texts.Add((Roles[role], members.Text(member.Name, LongestText)));
            }
        }

        return new RuleCase(_rule, mustMatch, number, texts, ReadProperties(members));
    }

    private List<(string Name, double Value)> ReadProperties(MemberReader members)
    {
        List<(string Name, double Value)> values = [];
        if (members.Find("properties") is not { } node)
        {
            return values;
        }

        var properties = new MemberReader(node, CaseProperties.Names, _diagnostics);
        foreach (RuleJsonMember member in node.Members)
        {
            RuleJsonNode value = member.Value;
            double number = value.Kind switch
            {
                RuleJsonKind.Number => value.Number,
                RuleJsonKind.Boolean => value.Boolean ? 1 : 0,
                RuleJsonKind.Text when member.Name == "outputFormat" => properties.Choice(member.Name, RequestProperties.Formats),
                _ => double.NaN,
            };
            if (double.IsNaN(number))
            {
                properties.HasKind(value, RuleJsonKind.Number);
            }

            values.Add((member.Name, number));
        }

        return values;
    }
}
