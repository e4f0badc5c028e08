// SPDX-License-Identifier: MIT

using Acme.Gateway;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using DistillGuard.Signals;
using DistillGuard.Testing.BadDetectors;

namespace DistillGuard.Testing;

/// <summary>
/// Every check fails for a detector made to break it, and passes for the model detector: a check that cannot fail
/// guards nothing.
/// </summary>
public sealed class DetectorChecksTests
{
    [Test]
    public void AllocatesNothing_AllocatesInInspect_Fails() => AssertFails(
        DetectorChecks.AllocatesNothing,
        () => new AllocatingDetector(inObserve: false),
        "32.0 a request");

    [Test]
    public void AllocatesNothing_AllocatesInObserve_Fails() => AssertFails(
        DetectorChecks.AllocatesNothing,
        () => new AllocatingDetector(inObserve: true),
        "32.0 a request");

    [Test]
    public void AllocatesNothing_ScriptVisitsTheEndsOfTime_Passes() => DetectorChecks.AllocatesNothing(Case(
        static builder => builder.AddRegularGaps(),
        benign: static traffic => traffic.At(DateTimeOffset.MinValue).Send(1).At(DateTimeOffset.MaxValue).Send(1)));

    [Test]
    public void KeepsNoState_MutableField_Fails() =>
        AssertFails(DetectorChecks.KeepsNoState, () => new MutableFieldDetector(), "_count can be changed");

    [Test]
    public void KeepsNoState_MutableStaticField_Fails() =>
        AssertFails(DetectorChecks.KeepsNoState, () => new StaticCountDetector(), "s_count can be changed");

    [Test]
    public void KeepsNoState_CapturedPrimaryConstructorParameter_Fails() =>
        AssertFails(DetectorChecks.KeepsNoState, () => new CapturingDetector("capturing"), "can be changed");

    [Test]
    public void KeepsNoState_Dictionary_Fails() => AssertCollectionFails(new Dictionary<int, int>());

    [Test]
    public void KeepsNoState_ConcurrentDictionary_Fails() =>
        AssertCollectionFails(new ConcurrentDictionary<int, int>());

    [Test]
    public void KeepsNoState_Array_Fails() => AssertCollectionFails(new int[4]);

    [Test]
    public void KeepsNoState_StringBuilder_Fails() => AssertCollectionFails(new StringBuilder());

    [Test]
    public void KeepsNoState_StrongBox_Fails() => AssertCollectionFails(new StrongBox<int>());

    [Test]
    public void KeepsNoState_Clock_Fails() => AssertCollectionFails(TimeProvider.System);

    [Test]
    public void KeepsNoState_FrozenSet_Passes() => DetectorChecks.KeepsNoState(
        Case(() => new CollectingDetector<FrozenSet<string>>(FrozenSet<string>.Empty)));

    [Test]
    public void KeepsNoState_ImmutableList_Passes() => DetectorChecks.KeepsNoState(
        Case(() => new CollectingDetector<ImmutableList<string>>([])));

    [Test]
    public void IsSealed_OpenClass_Fails() =>
        AssertFails(DetectorChecks.IsSealed, () => new OpenDetector(), "OpenDetector is not sealed");

    [Test]
    public void IsSealed_NoDetector_Fails() => Assert.That(
        () => DetectorChecks.IsSealed(Case(static _ => { })),
        Throws.TypeOf<DetectorContractException>().With.Message.Contains("no detector"));

    [TestCase("")]
    [TestCase("RateAnomaly")]
    [TestCase("rate anomaly")]
    [TestCase("rate_anomaly")]
    [TestCase("rate--anomaly")]
    [TestCase("-rate")]
    [TestCase("rate-")]
    [TestCase("4rate")]
    public void HasStableName_NotKebabCase_Fails(string name) =>
        AssertFails(DetectorChecks.HasStableName, () => new NamedDetector(name), "not lower case with hyphens");

    [Test]
    public void HasStableName_OtherNameEveryBuild_Fails()
    {
        int builds = 0;

        AssertFails(DetectorChecks.HasStableName, () => new NamedDetector($"build-{builds++}"), "not stable");
    }

    [Test]
    public void StaysQuietOnBenign_WeightAboveTrifle_Fails() => AssertFails(
        DetectorChecks.StaysQuietOnBenign,
        () => new SayingDetector(Sayings.Complete, 0.11f),
        "weighs 0.11");

    [Test]
    public void StaysQuietOnBenign_WeightOfTrifle_Passes() =>
        DetectorChecks.StaysQuietOnBenign(Case(() => new SayingDetector(Sayings.Complete, 0.1f)));

    [Test]
    public void StaysQuietOnBenign_PolicyOutcome_Fails() => AssertFails(
        DetectorChecks.StaysQuietOnBenign,
        () => new SayingDetector(Sayings.Policy, 0),
        "has a policy outcome");

    [Test]
    public void StaysQuietOnBenign_ScriptSendsNothing_Fails() => Assert.That(
        () => DetectorChecks.StaysQuietOnBenign(
            Case(static builder => builder.AddRegularGaps(), benign: static _ => { })),
        Throws.TypeOf<DetectorContractException>().With.Message.Contains("SendBenign sent no request"));

    [Test]
    public void HearsAttack_NothingSaid_Fails() =>
        AssertFails(DetectorChecks.HearsAttack, () => new NamedDetector("deaf"), "The attack is not heard");

    [Test]
    public void HearsAttack_OnlyTrifles_Fails() =>
        AssertFails(DetectorChecks.HearsAttack, () => new SayingDetector(Sayings.Complete, 0.1f), "is not heard");

    [Test]
    public void HearsAttack_PolicyOutcome_Passes() =>
        DetectorChecks.HearsAttack(Case(() => new SayingDetector(Sayings.Policy, 0)));

    [Test]
    public void HearsAttack_MoreSignalsThanRoom_Fails() => AssertFails(
        DetectorChecks.HearsAttack,
        () => new SayingDetector(Sayings.Complete, 1, times: SignalBuffer.FamilyCapacity + 1),
        "1 signals of one request found no room");

    [Test]
    public void HearsAttack_DetectorThrows_Fails() => AssertFails(
        DetectorChecks.HearsAttack,
        () => new ThrowingDetector(ThrowingCondition.Always),
        "'throwing' threw 100 times at SendAttack");

    [Test]
    public void SurvivesHostileInput_BugThatHostileInputFinds_Fails([Values] ThrowingCondition condition) =>
        AssertFails(
        DetectorChecks.SurvivesHostileInput,
        () => new ThrowingDetector(condition),
        condition == ThrowingCondition.TokenOverflow ? "OverflowException" : "InvalidOperationException: bad luck");

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void SurvivesHostileInput_WeightIsNoNumber_Fails(float weight) => AssertFails(
        DetectorChecks.SurvivesHostileInput,
        () => new SayingDetector(Sayings.Complete, weight),
        "A weight is a finite number");

    [Test]
    public void SurvivesManyThreads_NotThreadSafe_Fails() =>
        AssertFails(DetectorChecks.SurvivesManyThreads, () => new CrowdedDetector(), "from four threads at once");

    [Test]
    public void IsDeterministic_StaticCount_Fails() =>
        AssertFails(DetectorChecks.IsDeterministic, () => new StaticCountDetector(), "gave other signals");

    [Test]
    public void DescribesItsSignals_NothingSaid_Fails() =>
        AssertFails(DetectorChecks.DescribesItsSignals, () => new NamedDetector("deaf"), "No signal was given");

    [Test]
    public void DescribesItsSignals_IdWithoutDot_Fails() =>
        AssertDescriptionFails(Sayings.Make(id: "test"), "The signal id 'test'");

    [Test]
    public void DescribesItsSignals_IdInCapitals_Fails() =>
        AssertDescriptionFails(Sayings.Make(id: "Content.Test"), "The signal id");

    [Test]
    public void DescribesItsSignals_NoTitle_Fails() =>
        AssertDescriptionFails(Sayings.Make(title: " "), "an empty Title");

    [Test]
    public void DescribesItsSignals_NoInnocent_Fails() =>
        AssertDescriptionFails(Sayings.Make(innocent: string.Empty), "an empty Innocent");

    [Test]
    public void DescribesItsSignals_NoReason_Fails() =>
        AssertDescriptionFails(Sayings.Make(reason: string.Empty), "an empty Reason");

    [Test]
    public void DescribesItsSignals_EmptyReference_Fails() =>
        AssertDescriptionFails(Sayings.Make(references: ["a source", string.Empty]), "gives no reference");

    [Test]
    public void DescribesItsSignals_NewDescriptionEveryBuild_Fails() => AssertFails(
        DetectorChecks.DescribesItsSignals,
        () => new SayingDetector(Sayings.Make(), 1),
        "2 descriptions have the id 'content.test'");

    private static void AssertDescriptionFails(SignalInfo info, string message) =>
        AssertFails(DetectorChecks.DescribesItsSignals, () => new SayingDetector(info, 1), message);

    private static void AssertCollectionFails<TCollection>(TCollection collection)
        where TCollection : class =>
        AssertFails(
            DetectorChecks.KeepsNoState,
            () => new CollectingDetector<TCollection>(collection),
            "which can change");

    private static void AssertFails(Action<DetectorCase> check, Func<IDistillationDetector> create, string message) =>
        Assert.That(
        () => check(Case(create)),
        Throws.TypeOf<DetectorContractException>().With.Message.Contains(message));

    private static DetectorCase Case(Func<IDistillationDetector> create) =>
        Case(builder => builder.Add("under-test", _ => create()));

    private static DetectorCase Case(Action<DistillationGuardBuilder> configure, Action<Traffic>? benign = null) =>
        new()
        {
            Configure = configure,
            SendAttack = traffic => traffic.From("attacker", plan: "team").Send(100, every: TimeSpan.FromSeconds(1)),
            SendBenign = benign ?? (traffic => traffic
                .From("person", plan: "team")
                .Send(10, every: TimeSpan.FromMinutes(1))),
        };
}
