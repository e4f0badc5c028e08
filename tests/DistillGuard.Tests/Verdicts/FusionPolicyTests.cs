// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Signals;
using DistillGuard.Support;

namespace DistillGuard.Verdicts;

public sealed class FusionPolicyTests
{
    private static readonly FusionPolicy Policy = new(new FusionOptions());

    [TestCase(SignalFamily.Volume, 4)]
    [TestCase(SignalFamily.Content, 6)]
    [TestCase(SignalFamily.Origin, 1)]
    [TestCase(SignalFamily.Protocol, 3)]
    [TestCase(SignalFamily.Structure, 4)]
    [TestCase(SignalFamily.Identity, 3)]
    [TestCase(SignalFamily.Timing, 3)]
    [TestCase(SignalFamily.Distribution, 4)]
    public void Fuse_FloodOfOneFamily_StopsAtItsCap(SignalFamily family, float cap)
    {
        Signal signal = Samples.Signal(family, 5);

        Fusion fusion = Policy.Fuse([signal, signal, signal, signal]);

        Assert.That((fusion.Score, fusion.Level), Is.EqualTo((cap, VerdictLevel.None)));
    }

    [Test]
    public void Fuse_SignalsOfOneFamily_AreSummed() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, 1), Samples.Signal(SignalFamily.Volume, 1.5f)]).Score,
            Is.EqualTo(2.5f));

    [Test]
    public void Fuse_TwoFamiliesAboveTheBar_IsElevated()
    {
        Fusion fusion = Policy.Fuse([Samples.Signal(SignalFamily.Volume, 4), Samples.Signal(SignalFamily.Content, 6)]);

        Assert.That(
            (fusion.Score, fusion.Families, fusion.Level),
            Is.EqualTo((10f, SignalFamilies.Volume | SignalFamilies.Content, VerdictLevel.Elevated)));
    }

    [Test]
    public void Fuse_AboveTheBarOfATenthOfTheBudget_IsHigh() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, 4), Samples.Signal(SignalFamily.Content, 6), Samples.Signal(SignalFamily.Timing, 3)]).Level,
            Is.EqualTo(VerdictLevel.High));

    [Test]
    public void Fuse_OneFamilyAboveTheBar_AccusesNobody()
    {
        var policy = new FusionPolicy(new FusionOptions { ContentCap = 20 });

        Assert.That(policy.Fuse([Samples.Signal(SignalFamily.Content, 20)]).Level, Is.EqualTo(VerdictLevel.None));
    }

    [Test]
    public void Fuse_SecondFamilyTooWeakToCount_AccusesNobody()
    {
        var policy = new FusionPolicy(new FusionOptions { ContentCap = 20 });

        Fusion fusion = policy.Fuse([Samples.Signal(SignalFamily.Content, 20), Samples.Signal(SignalFamily.Volume, 0.79f)]);

        Assert.That((fusion.Level, fusion.Families), Is.EqualTo((VerdictLevel.None, SignalFamilies.Content)));
    }

    [Test]
    public void Fuse_NegativeWeight_LowersTheScore() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, 4), Samples.Signal(SignalFamily.Protocol, -2)]).Score,
            Is.EqualTo(2));

    [Test]
    public void Fuse_VeryNegativeWeight_StopsAtTheCapToo() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, 4), Samples.Signal(SignalFamily.Origin, -1000)]).Score,
            Is.EqualTo(3));

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void Fuse_WeightThatIsNoNumber_IsLeftOut(float weight) =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, weight), Samples.Signal(SignalFamily.Volume, 1)]).Score,
            Is.EqualTo(1));

    [Test]
    public void Fuse_WeightsThatOverflow_GiveTheCap() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Volume, float.MaxValue), Samples.Signal(SignalFamily.Volume, float.MaxValue)]).Score,
            Is.EqualTo(4));

    [Test]
    public void Fuse_ConclusiveAboveTheBar_AccusesAloneAndUncut()
    {
        Fusion fusion = Policy.Fuse([Conclusive(14)]);

        Assert.That(fusion, Is.EqualTo(new Fusion(14, SignalFamilies.Protocol, 14, VerdictLevel.High)));
    }

    [TestCase(9.2, VerdictLevel.None)]
    [TestCase(9.3, VerdictLevel.Elevated)]
    [TestCase(11.5, VerdictLevel.Elevated)]
    [TestCase(11.6, VerdictLevel.High)]
    public void Fuse_ConclusiveAroundTheBars_IsComparedLikeAnyScore(double weight, VerdictLevel level) =>
        Assert.That(Policy.Fuse([Conclusive((float)weight)]).Level, Is.EqualTo(level));

    [Test]
    public void Fuse_ConclusiveBelowTheBarWithOneMoreOfItsFamily_AccusesNobody()
    {
        Fusion fusion = Policy.Fuse([Conclusive(8), Samples.Signal(SignalFamily.Protocol, 3)]);

        Assert.That((fusion.Score, fusion.Level), Is.EqualTo((11f, VerdictLevel.None)));
    }

    [Test]
    public void Fuse_TrifleOfConclusiveBesideOneFamily_AccusesNobody()
    {
        var policy = new FusionPolicy(new FusionOptions { ContentCap = 20 });

        Assert.That(policy.Fuse([Conclusive(0.5f), Samples.Signal(SignalFamily.Content, 20)]).Level, Is.EqualTo(VerdictLevel.None));
    }

    [Test]
    public void Fuse_ConclusiveAndAnotherFamily_AreTwoFamilies() =>
        Assert.That(
            Policy.Fuse([Conclusive(4), Samples.Signal(SignalFamily.Content, 6)]).Level,
            Is.EqualTo(VerdictLevel.Elevated));

    [Test]
    public void Fuse_ConclusiveAndMuchForInnocence_MayStayBelowTheBar() =>
        Assert.That(
            Policy.Fuse([Conclusive(10), Samples.Signal(SignalFamily.Volume, -4)]),
            Is.EqualTo(new Fusion(6, SignalFamilies.Protocol, 6, VerdictLevel.None)));

    [Test]
    public void Fuse_ConclusiveWithNegativeWeight_CountsLikeAnyOther() =>
        Assert.That(
            Policy.Fuse([Conclusive(-50)]),
            Is.EqualTo(new Fusion(-3, SignalFamilies.None, -3, VerdictLevel.None)));

    [TestCase(float.NaN, 0f)]
    [TestCase(float.PositiveInfinity, 0f)]
    [TestCase(float.MaxValue, 100f)]
    public void Fuse_ConclusiveBeyondMeasure_KeepsTheScoreFinite(float weight, float score) =>
        Assert.That(Policy.Fuse([Conclusive(weight), Conclusive(weight)]).Score, Is.EqualTo(score));

    [Test]
    public void Fuse_ConclusivePolicyOutcome_NeverCounts() =>
        Assert.That(
            Policy.Fuse([new Signal(Samples.Info(SignalFamily.Origin, isPolicy: true, isConclusive: true), 50, 0, 0)]),
            Is.EqualTo(new Fusion(0, SignalFamilies.None, 0, VerdictLevel.None)));

    [Test]
    public void Fuse_PolicySignal_NeverCounts()
    {
        var policy = new Signal(Samples.Info(SignalFamily.Origin, isPolicy: true), 100, 0, 0);

        Assert.That(Policy.Fuse([policy]), Is.EqualTo(new Fusion(0, SignalFamilies.None, 0, VerdictLevel.None)));
    }

    [Test]
    public void Accusable_TwoFamilies_IsTheScore() =>
        Assert.That(
            Policy.Fuse([Samples.Signal(SignalFamily.Protocol, 2), Samples.Signal(SignalFamily.Content, 3)]).Accusable,
            Is.EqualTo(5));

    [Test]
    public void Accusable_OneFamily_IsZero() =>
        Assert.That(Policy.Fuse([Samples.Signal(SignalFamily.Content, 6)]).Accusable, Is.Zero);

    [Test]
    public void Accusable_ConclusiveWithMoreOfItsFamily_IsTheConclusivePart() =>
        Assert.That(Policy.Fuse([Conclusive(8), Samples.Signal(SignalFamily.Protocol, 3)]).Accusable, Is.EqualTo(8));

    // What it says is what calibration relies on: at a bar up to it there is an accusation, at a higher one there is none.
    [Test]
    public void Accusable_AnySignals_IsTheHighestBarThatAccuses() =>
        Gen.Select(Gen.Float[-5, 12].Array[0, 6], Gen.Bool, Gen.Float[0.5f, 20])
            .Sample(
                (weights, withConclusive, bar) =>
                {
                    var signals = new List<Signal>();
                    foreach (float weight in weights)
                    {
                        signals.Add(Samples.Signal((SignalFamily)(signals.Count % 5), weight));
                    }

                    if (withConclusive)
                    {
                        signals.Add(Conclusive(7));
                    }

                    var policy = new FusionPolicy(new FusionOptions(), new BarPair(bar, bar + 1));
                    Fusion fusion = policy.Fuse(signals.ToArray());
                    return fusion.Level != VerdictLevel.None == fusion.Accusable >= bar;
                },
                iter: 2_000);

    [Test]
    public void Fuse_NoSignals_IsZero() =>
        Assert.That(Policy.Fuse([]), Is.EqualTo(new Fusion(0, SignalFamilies.None, 0, VerdictLevel.None)));

    [TestCase(1e-4, 9.2103f, 11.5129f)]
    [TestCase(0.5, 0.6931f, 2.9957f)]
    [TestCase(1e-9, 20.7233f, 23.0259f)]
    public void Bar_Budget_IsItsNegativeLogarithm(double budget, float bar, float highBar)
    {
        var policy = new FusionPolicy(new FusionOptions { Budget = new FalseAlarmBudget(budget) });

        Assert.That((policy.Bar, policy.HighBar), Is.EqualTo((bar, highBar)).Within(0.0001));
    }

    [Test]
    public void Fuse_AnySignals_AccusesOnlyOnTwoFamiliesAboveTheBar() =>
        Gen.Select(Gen.Int[0, 7], Gen.Float[-10, 10]).Array[0, 16].Sample(
            pairs =>
            {
                Fusion fusion = Policy.Fuse([.. pairs.Select(pair => Samples.Signal((SignalFamily)pair.Item1, pair.Item2))]);
                float[] caps = [4, 6, 1, 3, 4, 3, 3, 4];
                float[] sums = [.. Enumerable.Range(0, 8)
                    .Select(family => Math.Clamp(pairs.Where(pair => pair.Item1 == family).Sum(pair => pair.Item2), -caps[family], caps[family]))];
                bool isAccused = sums.Sum() >= Policy.Bar && sums.Count(sum => sum >= 0.8f) >= 2;
                return Math.Abs(fusion.Score - sums.Sum()) < 1e-4 && (fusion.Level != VerdictLevel.None == isAccused || Math.Abs(sums.Sum() - Policy.Bar) < 1e-3);
            },
            iter: 10_000);

    private static Signal Conclusive(float weight) =>
        new(Samples.Info(SignalFamily.Protocol, isConclusive: true), weight, 3, 1);
}
