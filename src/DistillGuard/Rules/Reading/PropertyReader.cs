// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads tests of request properties.</summary>
internal sealed class PropertyReader
{
    public static readonly string[] Members = ["name", "min", "max", "equals"];

    private readonly DiagnosticList _diagnostics;

    public PropertyReader(DiagnosticList diagnostics) => _diagnostics = diagnostics;

    /// <summary>The test, or <see cref="ConditionReader.Never"/> where it has mistakes.</summary>
    public ConditionDocument Read(RuleJsonNode node)
    {
        var members = new MemberReader(node, Members, _diagnostics);
        if (node.Kind != RuleJsonKind.Object)
        {
            return ConditionReader.Never;
        }

        int before = _diagnostics.Count;
        var property = (RequestProperty)members.Choice("name", RequestProperties.Names);
        if (_diagnostics.Count > before)
        {
            return ConditionReader.Never;
        }

        RuleJsonNode? equals = members.Find("equals");
        bool hasRange = members.Find("min") is not null || members.Find("max") is not null;
        if ((equals is not null) == hasRange)
        {
            return Mistake(RuleDiagnosticCodes.ConditionShape, node, "A property is tested with \"equals\", or with \"min\" and \"max\".");
        }

        return equals is null ? ReadRange(members, node, property) : ReadEquals(members, equals, property);
    }

    private ConditionDocument ReadRange(MemberReader members, RuleJsonNode node, RequestProperty property)
    {
        if (RequestProperties.IsBoolean(property) || property == RequestProperty.OutputFormat)
        {
            return Mistake(RuleDiagnosticCodes.PropertyKind, node, "This property is no number; test it with \"equals\".");
        }

        double minimum = members.Number("min", double.MinValue, double.MaxValue, double.NegativeInfinity);
        double maximum = members.Number("max", double.MinValue, double.MaxValue, double.PositiveInfinity);
        if (minimum > maximum)
        {
            return Mistake(RuleDiagnosticCodes.PropertyRange, node, "\"min\" is greater than \"max\", so nothing can match.");
        }

        return new PropertyDocument { Property = property, Minimum = minimum, Maximum = maximum };
    }

    private static PropertyDocument ReadEquals(MemberReader members, RuleJsonNode node, RequestProperty property)
    {
        double value;
        if (RequestProperties.IsBoolean(property))
        {
            members.HasKind(node, RuleJsonKind.Boolean);
            value = node.Boolean ? 1 : 0;
        }
        else if (property == RequestProperty.OutputFormat)
        {
            value = members.Choice("equals", RequestProperties.Formats);
        }
        else
        {
            members.HasKind(node, RuleJsonKind.Number);
            value = node.Number;
        }

        return new PropertyDocument { Property = property, Minimum = value, Maximum = value };
    }

    private ConditionDocument Mistake(string code, RuleJsonNode node, string problem)
    {
        _diagnostics.Add(code, node.Place, problem, "See the table of properties in docs/writing-a-rule.md.");
        return ConditionReader.Never;
    }
}
