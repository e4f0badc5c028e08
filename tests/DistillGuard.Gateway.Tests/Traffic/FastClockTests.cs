// SPDX-License-Identifier: MIT

using System.Diagnostics;
using DistillGuard.Samples.Gateway;

namespace DistillGuard.Gateway.Tests.Traffic;

public sealed class FastClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task GetUtcNow_AfterAWhile_HasRunAtItsSpeed()
    {
        var clock = new FastClock(Start, speed: 1_000);
        long started = Stopwatch.GetTimestamp();

        await Task.Delay(50);

        TimeSpan shown = clock.GetUtcNow() - Start;
        Assert.That(shown, Is.InRange(TimeSpan.FromSeconds(49), 1_000 * Stopwatch.GetElapsedTime(started) + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void RealTimeUntil_APastTime_IsZero()
    {
        var clock = new FastClock(Start, speed: 1_000);

        Assert.That(clock.RealTimeUntil(Start - TimeSpan.FromDays(1)), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void RealTimeUntil_AnHourAtSpeed3600_IsAboutASecond()
    {
        var clock = new FastClock(Start, speed: 3_600);

        Assert.That(clock.RealTimeUntil(Start + TimeSpan.FromHours(1)), Is.InRange(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)));
    }
}
