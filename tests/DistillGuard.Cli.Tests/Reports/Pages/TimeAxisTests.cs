// SPDX-License-Identifier: MIT

namespace DistillGuard.Pages;

public sealed class TimeAxisTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 7, 40, 0, TimeSpan.Zero);

    [Test]
    public void Ticks_ADay_StandAtRoundHours()
    {
        var axis = new TimeAxis(Start, Start.AddDays(1));

        Assert.That(
            axis.Ticks.Select(tick => tick.Label),
            Is.EqualTo(["09:00", "12:00", "15:00", "18:00", "21:00", "10 Mar", "03:00", "06:00"]));
    }

    [TestCase(1)]
    [TestCase(60)]
    [TestCase(60 * 24 * 7)]
    [TestCase(60 * 24 * 3650)]
    public void Ticks_AnySpan_AreFewAndWithin(int minutes)
    {
        var axis = new TimeAxis(Start, Start.AddMinutes(minutes));

        Assert.That(axis.Ticks, Has.Count.InRange(1, 9));
        Assert.That(axis.Ticks.Select(tick => tick.At), Is.Ordered);
        Assert.That(axis.Ticks.Select(tick => tick.At), Is.All.InRange(0.0, 1.0));
    }

    [Test]
    public void At_HalfWay_IsAHalf() => Assert.That(new TimeAxis(Start, Start.AddHours(4)).At(Start.AddHours(2)), Is.EqualTo(0.5));

    [Test]
    public void At_Outside_IsAtTheEnd() => Assert.That(new TimeAxis(Start, Start.AddHours(4)).At(Start.AddHours(9)), Is.EqualTo(1));

    [Test]
    public void Ticks_NoSpan_DoesNotThrow() =>
        Assert.That(() => new TimeAxis(DateTimeOffset.MinValue, DateTimeOffset.MinValue), Throws.Nothing);
}
