// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MinuteCountsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 30, TimeSpan.Zero);

    private readonly MinuteCounts _counts = new(2);

    [Test]
    public void Column_SameMinute_Adds()
    {
        _counts.Add(Noon, 1);
        _counts.Add(Noon.AddSeconds(20), 1, 4);

        Assert.That(_counts.Column(Noon, 1)[^1], Is.EqualTo(5));
    }

    [Test]
    public void Column_OtherColumn_IsByItself()
    {
        _counts.Add(Noon, 0);

        Assert.That(_counts.Column(Noon, 1), Is.All.Zero);
    }

    [Test]
    public void Column_TenMinutesAgo_StandsTenBack()
    {
        _counts.Add(Noon, 0);

        Assert.That(_counts.Column(Noon.AddMinutes(10), 0)[^11], Is.EqualTo(1));
    }

    [Test]
    public void Column_HourLater_ForgotIt()
    {
        _counts.Add(Noon, 0);
        _counts.Add(Noon.AddMinutes(60), 0, 7);

        Assert.That(_counts.Column(Noon.AddMinutes(60), 0).Sum(), Is.EqualTo(7));
    }

    [Test]
    public void Add_TimeBeforeTheHour_IsLeftOut()
    {
        _counts.Add(Noon, 0);
        _counts.Add(Noon.AddMinutes(-60), 0, 100);

        Assert.That(_counts.Column(Noon, 0).Sum(), Is.EqualTo(1));
    }
}
