// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class ShiftMixtureTests
{
    private static readonly float[] Reference = [.. Enumerable.Range(0, 99).Select(i => (float)(i / 2))];

    [TestCase(-5)]
    [TestCase(7)]
    [TestCase(48.5f)]
    [TestCase(500)]
    public void Score_AnyLength_IsTheNormalScoreOfItsMiddleRank(float length)
    {
        double rank = Reference.Count(value => value < length) + (0.5 * Reference.Count(value => value == length)) + 0.5;

        Assert.That(new ShiftMixture(Reference).Score(length), Is.EqualTo(NormalQuantile.Of(rank / 100)).Within(1e-12));
    }

    [Test]
    public void Of_SomeLengths_IsTheLargestLogRatioOfAllMixtures()
    {
        float[] window = [3, 11, 20, 47, 49, 60];
        var mixture = new ShiftMixture(Reference);
        double[] sums = new double[ShiftMixture.Alternatives];
        foreach (float length in window)
        {
            mixture.Add(length, sums);
        }

        double largest = double.NegativeInfinity;
        foreach (double fraction in new[] { 0.05, 0.1, 0.2, 0.4, 1 })
        {
            foreach (double shift in new[] { -2.5, -1.5, -0.7, 0.7, 1.5, 2.5 })
            {
                largest = Math.Max(largest, window.Sum(length => Ratio(mixture.Score(length), fraction, shift)));
            }
        }

        Assert.That(ShiftMixture.Of(sums), Is.EqualTo(largest).Within(1e-9));
    }

    private static double Ratio(double z, double fraction, double shift) =>
        Math.Log((1 - fraction) + (fraction * Math.Exp(-(z - shift) * (z - shift) / 2) / Math.Exp(-z * z / 2)));
}
