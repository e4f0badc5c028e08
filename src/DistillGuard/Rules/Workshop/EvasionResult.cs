// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Workshop;

/// <summary>How many of a rule's matching cases it still matches in one disguise.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Evasion">The disguise.</param>
/// <param name="Survived">Cases still matched.</param>
/// <param name="Cases">Cases matched without disguise.</param>
public sealed record EvasionResult(string Rule, Evasion Evasion, int Survived, int Cases)
{
    /// <summary>Share of the cases still matched, 0 to 1; 1 when there are none.</summary>
    public double Rate => Cases == 0 ? 1 : (double)Survived / Cases;

    /// <summary>Disguises every matching case of a file in every way.</summary>
    public static IReadOnlyList<EvasionResult> Measure(RuleTest test, RuleCaseFile file)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(file);
        RuleCase[] matched = [.. file.Matches.Where(prompt => test.Match(prompt).Contains(file.Rule, StringComparer.Ordinal))];
        List<EvasionResult> results = [];
        foreach (Evasion evasion in Enum.GetValues<Evasion>())
        {
            int survived = matched.Count(prompt =>
                test.Match(prompt.Change(text => EvasionText.Apply(evasion, text))).Contains(file.Rule, StringComparer.Ordinal));
            results.Add(new EvasionResult(file.Rule, evasion, survived, matched.Length));
        }

        return results;
    }
}
