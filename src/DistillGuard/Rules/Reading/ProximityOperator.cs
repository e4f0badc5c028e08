// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>
/// Reads <c>near</c> and <c>sequence</c>: a phrase of each of the <c>groups</c> stands close to the others (<c>near</c>), or they follow in
/// order, each close to the one before (<c>sequence</c>).
/// </summary>
internal static class ProximityOperator
{
    public static readonly string[] Members = ["groups", "within", "unit", "scope", "lang"];

    /// <summary>Names of <see cref="DistanceUnit"/> in its order.</summary>
    public static readonly string[] Units = ["words", "bytes", "sentence"];

    public const int FewestGroups = 2;
    public const int MostGroups = 4;
    public const int MostPhrases = 64;
    public const int MostWords = 64;

    public static ConditionDocument Read(RuleJsonNode node, bool ordered, PhraseReader reader, DiagnosticList diagnostics)
    {
        var members = new MemberReader(node, Members, diagnostics);
        List<IReadOnlyList<byte[]>> groups = [];
        foreach (RuleJsonNode group in members.List("groups", FewestGroups, MostGroups))
        {
            groups.Add(ReadGroup(group, members, reader, diagnostics));
        }

        var unit = (DistanceUnit)members.Choice("unit", Units, standard: "words");
        var document = new ProximityDocument
        {
            Groups = groups,
            Ordered = ordered,
            Within = ReadWithin(members, unit, node, diagnostics),
            Unit = unit,
            Scope = OperatorReading.Scope(members),
            Language = OperatorReading.Language(members),
        };
        return groups.Count == 0 || groups.Exists(group => group.Count == 0) ? ConditionReader.Never : document;
    }

    private static IReadOnlyList<byte[]> ReadGroup(
        RuleJsonNode group, MemberReader members, PhraseReader reader, DiagnosticList diagnostics)
    {
        if (!members.HasKind(group, RuleJsonKind.List) || group.Kind != RuleJsonKind.List)
        {
            return [];
        }

        if (group.Items.Count is 0 or > MostPhrases)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.BadCount,
                group.Place,
                "The list has a wrong number of items.",
                $"Give 1 to {MostPhrases}.",
                group.Shown);
        }

        return reader.ReadList(group.Items);
    }

    private static int ReadWithin(MemberReader members, DistanceUnit unit, RuleJsonNode node, DiagnosticList diagnostics)
    {
        if (unit != DistanceUnit.Sentence)
        {
            int most = unit == DistanceUnit.Words ? MostWords : ProximityCheck.ReachBytes;
            return (int)members.Number("within", 0, most, whole: true);
        }

        if (members.Find("within") is { } needless && node.Kind == RuleJsonKind.Object)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                needless.Place,
                "Within one sentence there is nothing to count.",
                "Remove \"within\", or count \"words\" or \"bytes\".");
        }

        return 0;
    }
}
