// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Statistics;

public sealed class EvidenceTests
{
    [Test]
    public void FromTail_AnySmallProbability_FollowsTheBound() =>
        Gen.Double[1e-12, 0.36].Sample(
            p => Math.Abs(Evidence.FromTail(p) - (-1 - Math.Log(p) - Math.Log(-Math.Log(p)))) < 1e-9,
            iter: 10_000);

    [TestCase(0.01, 2.08)]
    [TestCase(0.001, 3.98)]
    public void FromTail_ValuesOfTheDocumentation_Hold(double tail, double weight) =>
        Assert.That(Evidence.FromTail(tail), Is.EqualTo(weight).Within(0.02));

    [Test]
    public void FromTail_SmallerProbability_NeverWeighsLess() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (p, q) => Evidence.FromTail(Math.Min(p, q)) >= Evidence.FromTail(Math.Max(p, q)),
            iter: 10_000);

    [TestCase(1 / Math.E)]
    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(double.NaN)]
    public void FromTail_UsualOrNoProbability_WeighsNothing(double tail) => Assert.That(Evidence.FromTail(tail), Is.Zero);

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(1e-300)]
    public void FromTail_BelowLeast_WeighsAsLeast(double tail) =>
        Assert.That(Evidence.FromTail(tail), Is.EqualTo(Evidence.FromTail(1e-12)));
}
