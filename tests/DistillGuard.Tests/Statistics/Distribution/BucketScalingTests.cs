// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class BucketScalingTests
{
    // Variances 0, 1 and 4; means 0, 5 and 2.
    private static readonly float[][] Table = [[0, 4, 0], [0, 6, 4]];

    [Test]
    public void Apply_WithTheMedianVariance_CentresAndWeighs() =>
        Assert.That(Apply(BucketScaling.Median, [1, 6, 4]), Is.EqualTo(new[] { 1f, (float)(1 / Math.Sqrt(2)), (float)(2 / Math.Sqrt(5)) }).Within(1e-5f));

    [Test]
    public void Apply_WithTheMeanVariance_CentresAndWeighs()
    {
        double mean = 5 / 3.0;

        Assert.That(
            Apply(BucketScaling.Mean, [1, 6, 4]),
            Is.EqualTo(new[] { (float)(1 / Math.Sqrt(mean)), (float)(1 / Math.Sqrt(1 + mean)), (float)(2 / Math.Sqrt(4 + mean)) }).Within(1e-5f));
    }

    [Test]
    public void Median_EvenCount_IsHalfWay() => Assert.That(BucketScaling.Median([4, 1, 2, 9]), Is.EqualTo(3));

    private static float[] Apply(Func<double[], double> usual, float[] buckets)
    {
        BucketScaling.Fit((row, into) => Table[row].CopyTo(into), 3, [0, 1], usual).Apply(buckets, buckets);
        return buckets;
    }
}
