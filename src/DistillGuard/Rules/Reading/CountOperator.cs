// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads <c>count</c>: the phrases of <c>any</c> occur at least <c>min</c> times in the request, repeats included.</summary>
internal static class CountOperator
{
    public static readonly string[] Members = ["any", "min", "scope", "lang"];

    private const int LeastMinimum = 2;
    private const int GreatestMinimum = 1000;

    public static ConditionDocument Read(RuleJsonNode node, PhraseReader reader, DiagnosticList diagnostics)
    {
        var members = new MemberReader(node, Members, diagnostics);
        IReadOnlyList<byte[]> phrases = reader.ReadList(members.List("any", 1, OperatorReading.MostPhrases));
        var document = new CountDocument
        {
            Phrases = phrases,
            Minimum = (int)members.Number("min", LeastMinimum, GreatestMinimum, whole: true),
            Scope = OperatorReading.Scope(members),
            Language = OperatorReading.Language(members),
        };
        return phrases.Count == 0 ? ConditionReader.Never : document;
    }
}
