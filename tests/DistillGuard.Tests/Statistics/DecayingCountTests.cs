// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using CsCheck;

namespace DistillGuard.Statistics;

public sealed class DecayingCountTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromHours(1);

    [Test]
    public void SizeOf_Count_Is16Bytes() => Assert.That(Unsafe.SizeOf<DecayingCount>(), Is.EqualTo(16));

    [Test]
    public void At_OneHalfLifeLater_IsHalf()
    {
        var count = default(DecayingCount);
        count.Add(1_000, HalfLife, 8);

        Assert.That(count.At(1_000 + HalfLife.Ticks, HalfLife), Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void Add_RandomAmountsForwardInTime_EqualsSumOfDecayedUnits() =>
        Gen.Select(Gen.Int[0, 7200], Gen.Int[0, 100]).Array[1, 50].Sample(
            steps =>
            {
                var count = default(DecayingCount);
                var units = new List<(long Ticks, double Amount)>();
                long now = TimeSpan.TicksPerDay;
                double value = 0;
                foreach ((int seconds, int amount) in steps)
                {
                    now += seconds * TimeSpan.TicksPerSecond;
                    value = count.Add(now, HalfLife, amount);
                    units.Add((now, amount));
                }

                double exact = units.Sum(unit => unit.Amount * Math.Pow(0.5, (double)(now - unit.Ticks) / HalfLife.Ticks));
                return Math.Abs(value - exact) <= 1e-9 * Math.Max(1, exact);
            },
            iter: 10_000);

    [Test]
    public void Add_EarlierTime_CountsAtItsAgeAndKeepsTheLaterTime()
    {
        var count = default(DecayingCount);
        long now = TimeSpan.TicksPerDay;
        count.Add(now, HalfLife, 1);

        double value = count.Add(now - HalfLife.Ticks, HalfLife, 1);

        Assert.That((value, count.At(now, HalfLife)), Is.EqualTo((1.5, 1.5)));
    }

    [Test]
    public void Add_AfterOneWrongFarFutureTime_ForgetsAgainAtTheRightTime()
    {
        var count = default(DecayingCount);
        long now = TimeSpan.TicksPerDay;
        count.Add(now + (1000 * TimeSpan.TicksPerDay), HalfLife, 1);
        for (int i = 0; i < 1000; i++)
        {
            count.Add(now + (i * HalfLife.Ticks), HalfLife, 1);
        }

        Assert.That(count.At(now + (999 * HalfLife.Ticks), HalfLife), Is.EqualTo(2).Within(1e-9));
    }

    [Test]
    public void Add_MoreTakenBackThanThere_IsZero()
    {
        var count = default(DecayingCount);
        count.Add(1, HalfLife, 1);

        Assert.That(count.Add(1, HalfLife, -5), Is.Zero);
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Add_AmountThatIsNoNumber_ChangesNothing(double amount)
    {
        var count = default(DecayingCount);
        count.Add(1, HalfLife, 3);

        Assert.That(count.Add(1, HalfLife, amount), Is.EqualTo(3));
    }

    [Test]
    public void Add_HugeAmounts_StaysFinite()
    {
        var count = default(DecayingCount);
        count.Add(1, HalfLife, double.MaxValue);

        Assert.That(count.Add(1, HalfLife, double.MaxValue), Is.EqualTo(double.MaxValue));
    }

    [Test]
    public void At_EmptyCount_IsZeroAtAnyTime() =>
        Assert.That(default(DecayingCount).At(DateTime.MaxValue.Ticks, HalfLife), Is.Zero);
}
