// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;
using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads <c>regex</c>: a linear-time <c>pattern</c> matches near the phrase it <c>requires</c>.</summary>
internal sealed class RegexOperator
{
    public static readonly string[] Members = ["pattern", "requires", "scope"];

    public const int LongestPattern = 500;

    private readonly DiagnosticList _diagnostics;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal); // one is often tried behind several phrases

    public RegexOperator(DiagnosticList diagnostics) => _diagnostics = diagnostics;

    public ConditionDocument Read(RuleJsonNode node, PhraseReader reader)
    {
        var members = new MemberReader(node, Members, _diagnostics);
        string pattern = members.Text("pattern", LongestPattern);
        byte[] requires = members.Find("requires", required: true) is { } literal ? reader.Read(literal) : [];
        RoleScope scope = OperatorReading.Scope(members);
        return Compile(members, pattern) is { } regex
            ? new RegexDocument { Pattern = regex, Requires = requires, Scope = scope }
            : ConditionReader.Never;
    }

    private Regex? Compile(MemberReader members, string pattern)
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
}
