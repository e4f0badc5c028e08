// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

public sealed class GeneralizedParetoTailTests
{
    // By the density written down once more, point by point.
    [TestCase(2.0, 0.3)]
    [TestCase(1.5, -0.2)]
    [TestCase(0.7, 0.0)]
    public void LogLikelihood_AnyShape_IsTheSumOfLogDensities(double scale, double shape)
    {
        double[] excesses = [0.1, 0.9, 2.2, 3.1];
        double expected = excesses.Sum(x => shape == 0
            ? Math.Log(Math.Exp(-x / scale) / scale)
            : Math.Log(Math.Pow(1 + (shape * x / scale), (-1 / shape) - 1) / scale));

        Assert.That(GeneralizedParetoTail.LogLikelihood(excesses, scale, shape), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void LogLikelihood_BeyondTheEndOfABoundedTail_IsImpossible() =>
        Assert.That(GeneralizedParetoTail.LogLikelihood([5], 1, -0.5), Is.EqualTo(double.NegativeInfinity));

    [TestCase(2.0, 0.3)]
    [TestCase(2.0, -0.3)]
    [TestCase(2.0, 0.0)]
    public void Quantile_AnyShape_IsExceededWithTheProbability(double scale, double shape)
    {
        double quantile = GeneralizedParetoTail.Quantile(0.01, scale, shape);
        double survival = shape == 0 ? Math.Exp(-quantile / scale) : Math.Pow(1 + (shape * quantile / scale), -1 / shape);

        Assert.That(survival, Is.EqualTo(0.01).Within(1e-12));
    }

    // One-sided 97.5 %: of 300 samples about 292 have their true quantile below the limit; three standard errors below that are 284.
    [TestCase(0.0)]
    [TestCase(0.2)]
    [TestCase(-0.2)]
    public void UpperQuantile_SamplesOfAKnownTail_CoverItsQuantile(double shape)
    {
        const int samples = 300;
        double truth = GeneralizedParetoTail.Quantile(0.005, 1, shape);
        int covered = 0;
        for (int seed = 0; seed < samples; seed++)
        {
            var random = new Random(seed);
            double[] excesses = [.. Enumerable.Range(0, 100).Select(_ => GeneralizedParetoTail.Quantile(1 - random.NextDouble(), 1, shape))];
            covered += GeneralizedParetoTail.UpperQuantile(excesses, 0.005) is not { } limit || limit >= truth ? 1 : 0;
        }

        Assert.That(covered, Is.GreaterThanOrEqualTo(280));
    }

    [Test]
    public void UpperQuantile_NothingToFit_IsNotKnown() =>
        Assert.That(GeneralizedParetoTail.UpperQuantile([], 0.1), Is.Null);
}
