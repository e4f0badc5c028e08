// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class NormalQuantileTests
{
    [TestCase(0.5, 0)]
    [TestCase(0.975, 1.959963984540054)]
    [TestCase(0.84134474606854293, 1)]
    [TestCase(0.0013498980316300933, -3)]
    [TestCase(1e-6, -4.753424308822899)]
    public void Of_KnownProbability_IsThePublishedPoint(double probability, double point) =>
        Assert.That(NormalQuantile.Of(probability), Is.EqualTo(point).Within(1e-8));
}
