// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class NullScaleTests
{
    [Test]
    public void Place_MedianAndNinetyNinthPercentile_AreZeroAndOne()
    {
        NullScale scale = NullScale.Of([.. Enumerable.Range(0, 1000).Select(i => 5.0 + (999 - i))]);

        Assert.That(scale.Place(505), Is.Zero);
        Assert.That(scale.Place(995), Is.EqualTo(1));
    }

    [Test]
    public void Place_BenignWindowsAllAlike_IsFinite()
    {
        NullScale scale = NullScale.Of([3, 3, 3, 3]);

        Assert.That(scale.Place(3), Is.Zero);
        Assert.That(double.IsFinite(scale.Place(4)), Is.True);
    }
}
