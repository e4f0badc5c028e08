// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// The questions that every analyzer of groups answers, for any test framework: each check returns, or throws a
/// <see cref="DetectorContractException"/> that says what is wrong. With NUnit, inherit <see cref="AnalyzerContract"/>
/// instead.
/// </summary>
/// <remarks>Every check builds guards of its own; checks may run at the same time.</remarks>
public static class AnalyzerChecks
{
    /// <summary>The name is lower case with hyphens, at most 64 characters, and always the same.</summary>
    /// <exception cref="DetectorContractException">It is not.</exception>
    public static void HasStableName(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        NameCheck.Run(() => [.. analyzer.Analyzers().Select(added => added.Name ?? string.Empty)]);
    }

    /// <summary>The analyzer's type is sealed.</summary>
    /// <exception cref="DetectorContractException">It is not.</exception>
    public static void IsSealed(AnalyzerCase analyzer) => ForEach(analyzer, static added =>
    {
        if (!added.GetType().IsSealed)
        {
            throw new DetectorContractException($"{added.GetType().Name} is not sealed. Seal it: a subclass could add state.");
        }
    });

    /// <summary>
    /// The analyzer's fields, static ones too, are readonly, and none holds a collection or another framework type that
    /// can change.
    /// </summary>
    /// <exception cref="DetectorContractException">A field can change.</exception>
    public static void KeepsNoState(AnalyzerCase analyzer) => ForEach(analyzer, FieldCheck.Run);

    /// <summary>The campaign brings at least one signal that weighs more than a trifle.</summary>
    /// <exception cref="DetectorContractException">It is not heard.</exception>
    public static void HearsCampaign(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ScenarioRecording recording = analyzer.RecordCampaign();
        if (!recording.Signals.Any(signal => signal.Weight > analyzer.Trifle))
        {
            throw new DetectorContractException(
                $"The campaign is not heard: {recording.Groups.Count} groups were looked at, and no signal weighed more than " +
                $"{analyzer.Trifle:F2}. Send more of it, or mend the analyzer.");
        }
    }

    /// <summary>About groups of innocent customers nothing is said that weighs more than a trifle, and none is accused.</summary>
    /// <exception cref="DetectorContractException">Something is said about the innocent.</exception>
    public static void StaysQuietOnInnocent(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ScenarioRecording recording = analyzer.RecordInnocent();
        foreach (Signal signal in recording.Signals)
        {
            if (signal.Weight > analyzer.Trifle)
            {
                throw new DetectorContractException(
                    $"'{signal.Info.Id}' weighs {signal.Weight:F2} about innocent customers, more than the trifle of {analyzer.Trifle:F2}: " +
                    signal.Describe());
            }
        }

        GroupFinding? accused = recording.Scenario.Guard.Groups.FirstOrDefault(group => group.Level != VerdictLevel.None);
        if (accused is not null)
        {
            throw new DetectorContractException($"Innocent customers are accused.{Environment.NewLine}{accused.Explain()}");
        }
    }

    /// <summary>
    /// Hostile groups make no analyzer throw and give only finite numbers that can be put into words: no members, one member,
    /// no exchanges, the ends of time, numbers as large as they get.
    /// </summary>
    /// <exception cref="DetectorContractException">Something threw, or is not a number.</exception>
    public static void SurvivesHostileGroups(AnalyzerCase analyzer) => ForEach(analyzer, HostileGroupCheck.Run);

    /// <summary>The same group gives the same signals to the last bit, whatever was looked at in between and whoever made the analyzer.</summary>
    /// <exception cref="DetectorContractException">A signal differs.</exception>
    public static void IsDeterministic(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        GroupSample[] groups = [.. analyzer.RecordCampaign().Groups, .. analyzer.RecordInnocent().Groups];
        IReadOnlyList<IGroupAnalyzer> others = analyzer.Analyzers();
        int number = 0;
        foreach (IGroupAnalyzer first in analyzer.Analyzers())
        {
            IGroupAnalyzer other = others[number++];
            Signal[][] before = Array.ConvertAll(groups, group => group.AnalyzedBy(first));
            for (int i = groups.Length - 1; i >= 0; i--)
            {
                RequireSame(before[i], groups[i].AnalyzedBy(first), tolerance: 0, "a second look at the same group");
                RequireSame(before[i], groups[i].AnalyzedBy(other), tolerance: 0, "an analyzer of its own for the same group");
            }
        }
    }

    /// <summary>The order of a group's members, which has no meaning, changes nothing but the last digits.</summary>
    /// <exception cref="DetectorContractException">A signal differs.</exception>
    public static void IgnoresMemberOrder(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        GroupSample[] groups = [.. analyzer.RecordCampaign().Groups, .. analyzer.RecordInnocent().Groups];
        foreach (IGroupAnalyzer added in analyzer.Analyzers())
        {
            foreach (GroupSample group in groups)
            {
                RequireSame(group.AnalyzedBy(added), Reversed(group).AnalyzedBy(added), tolerance: 1e-3f, "members in another order");
            }
        }
    }

    /// <summary>
    /// Every signal given has a well-formed id of its own, a title, a reason that formats, an innocent explanation and
    /// references.
    /// </summary>
    /// <exception cref="DetectorContractException">A description is incomplete, or none was given.</exception>
    public static void DescribesItsSignals(AnalyzerCase analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        DescriptionCheck.Run([.. analyzer.RecordCampaign().Signals.Select(signal => signal.Info).Distinct()], nameof(AnalyzerCase.AddCampaign));
    }

    private static GroupSample Reversed(GroupSample group)
    {
        int last = group.Members.Count - 1;
        return (group with { Members = [.. group.Members.Reverse()] })
            .WithExchanges((exchange, _) => exchange with { Member = last - exchange.Member });
    }

    private static void RequireSame(Signal[] expected, Signal[] actual, float tolerance, string occasion)
    {
        bool isSame = expected.Length == actual.Length;
        for (int i = 0; isSame && i < expected.Length; i++)
        {
            isSame = expected[i].Info.Id == actual[i].Info.Id
                && expected[i].Tag == actual[i].Tag
                && IsNear(expected[i].Weight, actual[i].Weight, tolerance)
                && IsNear(expected[i].Measure, actual[i].Measure, tolerance)
                && IsNear(expected[i].Limit, actual[i].Limit, tolerance);
        }

        if (!isSame)
        {
            throw new DetectorContractException(
                $"Other signals came from {occasion}: first {Describe(expected)}, then {Describe(actual)}. An analyzer has no clock, no chance and no memory.");
        }
    }

    private static bool IsNear(float expected, float actual, float tolerance) =>
        expected.Equals(actual) || MathF.Abs(expected - actual) <= tolerance * MathF.Max(1, MathF.Abs(expected));

    private static string Describe(Signal[] signals) =>
        signals.Length == 0 ? "nothing" : string.Join("; ", signals.Select(signal => $"{signal.Info.Id} {signal.Weight:R} ({signal.Describe()})"));

    private static void ForEach(AnalyzerCase analyzer, Action<IGroupAnalyzer> check)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        foreach (IGroupAnalyzer added in analyzer.Analyzers())
        {
            check(added);
        }
    }
}
