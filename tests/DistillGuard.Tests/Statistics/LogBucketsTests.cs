// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Statistics;

public sealed class LogBucketsTests
{
    [Test]
    public void LowerEdge_EveryBucket_RisesByHalfAnOctave()
    {
        double[] edges = [.. Enumerable.Range(1, LogBuckets.Count - 1).Select(LogBuckets.LowerEdge)];

        Assert.That(edges.Zip(edges.Skip(1), (low, high) => high / low), Is.All.EqualTo(Math.Sqrt(2)).Within(1e-12));
    }

    [Test]
    public void Of_AnyNumber_LiesBetweenItsEdges() =>
        Gen.Double[0, 31.4].Select(double.Exp2).Sample(
            value =>
            {
                int bucket = LogBuckets.Of(value);
                return value >= LogBuckets.LowerEdge(bucket) * (1 - 1e-12)
                    && (bucket == LogBuckets.Count - 1 || value <= LogBuckets.LowerEdge(bucket + 1) * (1 + 1e-12));
            },
            iter: 10_000);

    [Test]
    public void Of_LargerNumber_NeverHasLowerBucket() =>
        Gen.Select(Gen.Double, Gen.Double).Sample(
            (a, b) => double.IsNaN(a + b) || LogBuckets.Of(Math.Min(a, b)) <= LogBuckets.Of(Math.Max(a, b)),
            iter: 10_000);

    [TestCase(double.NaN, 0)]
    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(1.01, 1)]
    [TestCase(2.01, 3)]
    [TestCase(1e300, 63)]
    [TestCase(double.PositiveInfinity, 63)]
    public void Of_BorderCases_StayInside(double value, int bucket) => Assert.That(LogBuckets.Of(value), Is.EqualTo(bucket));
}
