// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using CsCheck;

namespace DistillGuard.Statistics;

public sealed class PeakHistogramTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(7);
    private static readonly long Start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    // Hours between two account-days: a week of them, or decades, so that the landmark moves.
    private static readonly Gen<int> Hours = Gen.Frequency((9, Gen.Int[0, 48]), (1, Gen.Int[0, 200_000]));

    [Test]
    public void SizeOf_Histogram_Is536Bytes() => Assert.That(Unsafe.SizeOf<PeakHistogram>(), Is.EqualTo(536));

    [Test]
    public void TailFrom_RandomAccountDays_EqualsTailOfDecayedList() => RandomDays().Sample(
        days =>
        {
            var histogram = default(PeakHistogram);
            var list = new List<(long Start, int Bucket)>();
            long now = Replay(days, ref histogram, list);
            for (int bucket = 0; bucket < LogBuckets.Count; bucket += 7)
            {
                double exact = list.Where(day => day.Bucket >= bucket).Sum(day => Weight(day.Start, now)) / list.Sum(day => Weight(day.Start, now));
                if (Math.Abs(histogram.TailFrom(bucket) - exact) > 1e-9)
                {
                    return false;
                }
            }

            return true;
        },
        iter: 10_000);

    [Test]
    public void CountAt_RandomAccountDays_EqualsSumOfDecayedDays() => RandomDays().Sample(
        days =>
        {
            var histogram = default(PeakHistogram);
            var list = new List<(long Start, int Bucket)>();
            long now = Replay(days, ref histogram, list);
            double exact = list.Sum(day => Weight(day.Start, now));
            return Math.Abs(histogram.CountAt(now, HalfLife) - exact) <= 1e-9 * Math.Max(1, exact);
        },
        iter: 10_000);

    [Test]
    public void Usual_RandomAccountDays_LeavesAtMostTheShareAbove() => RandomDays().Sample(
        days =>
        {
            var histogram = default(PeakHistogram);
            Replay(days, ref histogram, []);
            double usual = histogram.Usual(0.1);
            int bucket = Enumerable.Range(0, LogBuckets.Count + 1).First(i => LogBuckets.LowerEdge(i) >= usual * 0.999);
            return (bucket == LogBuckets.Count ? 0 : histogram.TailFrom(bucket)) <= 0.1 + 1e-9
                && histogram.TailFrom(bucket - 1) > 0.1 - 1e-9;
        },
        iter: 10_000);

    [Test]
    public void TailFrom_EmptyHistogram_IsOne() => Assert.That(default(PeakHistogram).TailFrom(0), Is.EqualTo(1));

    [Test]
    public void Move_EntryThatWasForgotten_ChangesNothing()
    {
        var histogram = default(PeakHistogram);
        histogram.Enter(Start, 5, HalfLife);

        histogram.Move(Start, 20, 30, HalfLife);

        Assert.That((histogram.TailFrom(30), histogram.TailFrom(5)), Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public void Move_AfterLandmarkMovedOn_MovesTheFadedEntry()
    {
        var histogram = default(PeakHistogram);
        histogram.Enter(Start, 5, HalfLife);
        long later = Start + (513 * HalfLife.Ticks);
        histogram.Enter(later, 6, HalfLife);

        histogram.Move(later, 6, 40, HalfLife);

        Assert.That((histogram.TailFrom(40), histogram.CountAt(later, HalfLife)), Is.EqualTo((1.0, 1.0)).Within(1e-12));
    }

    [Test]
    public void CountAt_AfterOneWrongFarFutureDay_CountsTooFewNeverTooMany()
    {
        var histogram = default(PeakHistogram);
        for (int i = 0; i < 300; i++)
        {
            histogram.Enter(Start, 5, HalfLife);
        }

        histogram.Enter(Start + (100_000 * TimeSpan.TicksPerDay), 5, HalfLife);

        Assert.That(histogram.CountAt(Start, HalfLife), Is.LessThanOrEqualTo(2));
    }

    private static Gen<(int Hours, int Bucket, int Rise)[]> RandomDays() =>
        Gen.Select(Hours, Gen.Int[0, 40], Gen.Int[0, 20]).Array[1, 30];

    private static double Weight(long start, long now) => Math.Pow(0.5, (double)(now - start) / HalfLife.Ticks);

    private static long Replay((int Hours, int Bucket, int Rise)[] days, ref PeakHistogram histogram, List<(long Start, int Bucket)> list)
    {
        long now = Start;
        foreach ((int hours, int bucket, int rise) in days)
        {
            now += hours * TimeSpan.TicksPerHour;
            histogram.Enter(now, bucket, HalfLife);
            if (rise > 0)
            {
                histogram.Move(now, bucket, bucket + rise, HalfLife);
            }

            list.Add((now, bucket + rise));
        }

        return now;
    }

    [Test]
    public void CountAt_OneDayInTheFarFuture_CountsAsOne()
    {
        TimeSpan halfLife = TimeSpan.FromDays(7);
        var histogram = default(PeakHistogram);
        for (int i = 0; i < 6; i++)
        {
            histogram.Enter(TimeSpan.TicksPerDay, 3, halfLife);
        }

        histogram.Enter(366 * TimeSpan.TicksPerDay, 3, halfLife);

        Assert.That(histogram.CountAt(TimeSpan.TicksPerDay, halfLife), Is.EqualTo(1).Within(1e-6));
    }
}
