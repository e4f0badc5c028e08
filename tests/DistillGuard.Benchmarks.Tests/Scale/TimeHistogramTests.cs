// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Scale;

namespace DistillGuard.Benchmarks.Tests.Scale;

[TestFixture]
internal sealed class TimeHistogramTests
{
    [TestCase(0.5)]
    [TestCase(0.99)]
    [TestCase(0.999)]
    [TestCase(1.0)]
    public void Quantile_ManyDurations_IsThatOfTheSortedListUpToABucket(double share)
    {
        var random = new Random(5);
        long[] durations = [.. Enumerable.Range(0, 20_000).Select(_ => (long)Math.Pow(2, 40 * random.NextDouble()))];
        var histogram = new TimeHistogram();
        foreach (long duration in durations)
        {
            histogram.Add(duration);
        }

        Array.Sort(durations);
        long expected = durations[(int)Math.Ceiling(share * durations.Length) - 1];

        Assert.That(histogram.Quantile(share), Is.InRange(expected, expected + (expected / 64) + 1));
    }

    [Test]
    public void Quantile_SmallDurations_IsExact()
    {
        var histogram = new TimeHistogram();
        for (int i = 0; i < 128; i++)
        {
            histogram.Add(i);
        }

        Assert.That((histogram.Quantile(0.5), histogram.Quantile(1), histogram.Longest), Is.EqualTo((63L, 127L, 127L)));
    }
}
