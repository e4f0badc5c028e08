// SPDX-License-Identifier: MIT

using DistillGuard.Testing;

namespace DistillGuard.Detectors.CoordinatedTiming;

public sealed class ClockPhaseTests
{
    [TestCase(60, 0)]
    [TestCase(1_440, 0)]
    [TestCase(15, 0)]
    [TestCase(5, 0)]
    [TestCase(360, 1.5)]
    public void Agreement_ScheduledEverySoManyMinutes_IsHigh(int minutes, double lateMinutes) =>
        Assert.That(Agreement(20, i => (minutes * i) + (lateMinutes * (i % 2))), Is.GreaterThan(0.8));

    [TestCase(37.37)]
    [TestCase(61)]
    [TestCase(7)]
    [TestCase(2.2)]
    public void Agreement_OtherPeriods_IsLow(double minutes) => Assert.That(Agreement(60, i => minutes * i), Is.LessThan(0.5));

    [Test]
    public void Agreement_RandomTimes_IsAboutOneOverTheRootOfTheirNumber()
    {
        var chance = new Random(3);

        Assert.That(Agreement(400, _ => 10_000 * chance.NextDouble()), Is.LessThan(0.15));
    }

    [Test]
    public void Agreement_ThreeTimesThatDiffer_AreTooFewToTell() => Assert.That(Agreement(3, i => 37.37 * i), Is.EqualTo(1));

    [Test]
    public void Agreement_FourTimesThatDiffer_IsLow() => Assert.That(Agreement(4, i => 37.37 * i), Is.LessThan(0.8));

    [Test]
    public void AddScheduled_OneMemberOnTheHour_MarksItBesideThoseMarkedBefore()
    {
        GroupSample group = GroupSample.InTurn(8, 8, 8).WithExchanges((exchange, i) => exchange with
        {
            Ticks = Traffic.Start.UtcTicks + (exchange.Member == 0 ? i / 3 * TimeSpan.TicksPerHour : i * TimeSpan.FromMinutes(37.37).Ticks),
        });
        bool[] marks = [false, false, true];

        ClockPhase.AddScheduled(group.View, 0.8, marks);

        Assert.That(marks, Is.EqualTo(new[] { true, false, true }));
    }

    private static double Agreement(int times, Func<int, double> minutes)
    {
        var phase = default(ClockPhase);
        for (int i = 0; i < times; i++)
        {
            phase.Add((Traffic.Start + TimeSpan.FromMinutes(minutes(i))).UtcTicks);
        }

        return phase.Agreement;
    }
}
