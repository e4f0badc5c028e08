// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace DistillGuard.Testing;

/// <summary>
/// The tests that every analyzer of groups passes, inherited by its NUnit fixture: say how it is added, which campaign it
/// must hear, and which customers must leave it quiet. Thin on top of <see cref="AnalyzerChecks"/>, which serves other
/// frameworks.
/// </summary>
/// <example>
/// <code>
/// public sealed class SameLengthAnalyzerTests : AnalyzerContract
/// {
///     protected override void Configure(DistillationGuardBuilder builder) => builder.AddSameLength();
///
///     protected override void AddCampaign(GroupScenario scenario) => scenario.Add(new GroupPlan
///     {
///         Name = "campaign",
///         Prompts = SampleTexts.Template(SampleLanguage.English),
///     });
///
///     protected override void AddInnocent(GroupScenario scenario) => scenario.Add(new GroupPlan { Name = "people" });
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1707", Justification = "Tests are named Method_State_Expectation.")]
public abstract class AnalyzerContract
{
    /// <summary>The most that a signal may weigh about innocent groups, in natural log-odds. Default: 0.1.</summary>
    protected virtual float Trifle => DetectorCase.DefaultTrifle;

    private AnalyzerCase Case => new()
    {
        Configure = Configure,
        AddCampaign = AddCampaign,
        AddInnocent = AddInnocent,
        Trifle = Trifle,
    };

    /// <summary>See <see cref="AnalyzerChecks.HasStableName"/>.</summary>
    [Test]
    public void Name_EveryBuild_IsTheSameInKebabCase() => AnalyzerChecks.HasStableName(Case);

    /// <summary>See <see cref="AnalyzerChecks.IsSealed"/>.</summary>
    [Test]
    public void Analyzer_Type_IsSealed() => AnalyzerChecks.IsSealed(Case);

    /// <summary>See <see cref="AnalyzerChecks.KeepsNoState"/>.</summary>
    [Test]
    public void Analyzer_Fields_AreReadonlyAndNotCollections() => AnalyzerChecks.KeepsNoState(Case);

    /// <summary>See <see cref="AnalyzerChecks.HearsCampaign"/>.</summary>
    [Test]
    public void Campaign_IsHeard() => AnalyzerChecks.HearsCampaign(Case);

    /// <summary>See <see cref="AnalyzerChecks.StaysQuietOnInnocent"/>.</summary>
    [Test]
    public void Innocent_StaysQuiet() => AnalyzerChecks.StaysQuietOnInnocent(Case);

    /// <summary>See <see cref="AnalyzerChecks.SurvivesHostileGroups"/>.</summary>
    [Test]
    public void HostileGroups_Survive() => AnalyzerChecks.SurvivesHostileGroups(Case);

    /// <summary>See <see cref="AnalyzerChecks.IsDeterministic"/>.</summary>
    [Test]
    public void SameGroup_SameSignals() => AnalyzerChecks.IsDeterministic(Case);

    /// <summary>See <see cref="AnalyzerChecks.IgnoresMemberOrder"/>.</summary>
    [Test]
    public void MembersInAnotherOrder_SameSignals() => AnalyzerChecks.IgnoresMemberOrder(Case);

    /// <summary>See <see cref="AnalyzerChecks.DescribesItsSignals"/>.</summary>
    [Test]
    public void Signals_Descriptions_AreComplete() => AnalyzerChecks.DescribesItsSignals(Case);

    /// <summary>Adds the analyzer under test, and nothing else that speaks about groups.</summary>
    protected abstract void Configure(DistillationGuardBuilder builder);

    /// <summary>Adds a campaign that the analyzer must hear, among whatever else it needs.</summary>
    protected abstract void AddCampaign(GroupScenario scenario);

    /// <summary>Adds innocent customers, no group of whom may weigh more than <see cref="Trifle"/> at any look.</summary>
    protected abstract void AddInnocent(GroupScenario scenario);
}
