// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads <c>phrases</c>: some of <c>any</c>, or all of <c>all</c>, occur.</summary>
internal static class PhrasesOperator
{
    public static readonly string[] Members = ["any", "all", "atLeast", "scope", "lang"];

    public static ConditionDocument Read(RuleJsonNode node, PhraseReader reader, DiagnosticList diagnostics)
    {
        var members = new MemberReader(node, Members, diagnostics);
        if (node.Kind != RuleJsonKind.Object)
        {
            return ConditionReader.Never;
        }

        bool all = members.Find("all") is not null;
        if (all == members.Find("any") is not null)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                node.Place,
                "Phrases stand either under \"any\" or under \"all\".",
                "Give exactly one of the two.");
            return ConditionReader.Never;
        }

        IReadOnlyList<byte[]> phrases = reader.ReadList(members.List(all ? "all" : "any", 1, OperatorReading.MostPhrases));
        int atLeast = all ? phrases.Count : (int)members.Number("atLeast", 1, Math.Max(1, phrases.Count), 1, whole: true);
        if (all && members.Find("atLeast") is { } needless)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.ConditionShape,
                needless.Place,
                "\"atLeast\" counts the phrases of \"any\"; \"all\" demands every one.",
                "Remove it, or write \"any\".");
        }

        return new PhrasesDocument
        {
            Phrases = phrases,
            AtLeast = atLeast,
            Scope = OperatorReading.Scope(members),
            Language = OperatorReading.Language(members),
        };
    }
}
