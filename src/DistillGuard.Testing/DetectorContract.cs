// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace DistillGuard.Testing;

/// <summary>
/// The tests that every detector passes, inherited by its NUnit fixture: say how it is added, what it must hear, and
/// what must leave it quiet. Thin on top of <see cref="DetectorChecks"/>, which serves other frameworks.
/// </summary>
/// <example>
/// <code>
/// public sealed class RegularGapsContract : DetectorContract
/// {
///     protected override void Configure(DistillationGuardBuilder builder) => builder.AddRegularGaps();
///
///     protected override void SendAttack(Traffic traffic) => traffic.Send(100, every: TimeSpan.FromSeconds(2));
///
///     protected override void SendBenign(Traffic traffic) =>
///         traffic.Jitter(0.9, seed: 7).Send(100, every: TimeSpan.FromSeconds(40));
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1707", Justification = "Tests are named Method_State_Expectation.")]
public abstract class DetectorContract
{
    /// <summary>The most that a signal may weigh on benign traffic, in natural log-odds. Default: 0.1.</summary>
    protected virtual float Trifle => DetectorCase.DefaultTrifle;

    private DetectorCase Case => new()
    {
        Configure = Configure,
        SendAttack = SendAttack,
        SendBenign = SendBenign,
        Trifle = Trifle,
    };

    /// <summary>See <see cref="DetectorChecks.AllocatesNothing"/>.</summary>
    [Test]
    public void Inspect_SteadyState_AllocatesNothing() => DetectorChecks.AllocatesNothing(Case);

    /// <summary>See <see cref="DetectorChecks.KeepsNoState"/>.</summary>
    [Test]
    public void Detector_Fields_AreReadonlyAndNotCollections() => DetectorChecks.KeepsNoState(Case);

    /// <summary>See <see cref="DetectorChecks.IsSealed"/>.</summary>
    [Test]
    public void Detector_Type_IsSealed() => DetectorChecks.IsSealed(Case);

    /// <summary>See <see cref="DetectorChecks.HasStableName"/>.</summary>
    [Test]
    public void Name_EveryBuild_IsTheSameInKebabCase() => DetectorChecks.HasStableName(Case);

    /// <summary>See <see cref="DetectorChecks.StaysQuietOnBenign"/>.</summary>
    [Test]
    public void Benign_StaysQuiet() => DetectorChecks.StaysQuietOnBenign(Case);

    /// <summary>See <see cref="DetectorChecks.HearsAttack"/>.</summary>
    [Test]
    public void Attack_IsHeard() => DetectorChecks.HearsAttack(Case);

    /// <summary>See <see cref="DetectorChecks.SurvivesHostileInput"/>.</summary>
    [Test]
    public void HostileInput_Survives() => DetectorChecks.SurvivesHostileInput(Case);

    /// <summary>See <see cref="DetectorChecks.SurvivesManyThreads"/>.</summary>
    [Test]
    public void ManyThreads_Survive() => DetectorChecks.SurvivesManyThreads(Case);

    /// <summary>See <see cref="DetectorChecks.IsDeterministic"/>.</summary>
    [Test]
    public void SameTraffic_SameSignals() => DetectorChecks.IsDeterministic(Case);

    /// <summary>See <see cref="DetectorChecks.DescribesItsSignals"/>.</summary>
    [Test]
    public void Signals_Descriptions_AreComplete() => DetectorChecks.DescribesItsSignals(Case);

    /// <summary>Adds the detector under test, and nothing else.</summary>
    protected abstract void Configure(DistillationGuardBuilder builder);

    /// <summary>Sends traffic that the detector must hear.</summary>
    protected abstract void SendAttack(Traffic traffic);

    /// <summary>
    /// Sends traffic of innocent customers, none of whom may weigh more than <see cref="Trifle"/> at any request.
    /// </summary>
    protected abstract void SendBenign(Traffic traffic);
}
