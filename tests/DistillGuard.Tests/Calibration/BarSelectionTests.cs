// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;

namespace DistillGuard.Calibration;

public sealed class BarSelectionTests
{
    private const double Budget = 1e-2;

    [Test]
    public void Choose_EnoughTraffic_LetsAsManyExceedAsTheLimitAllows()
    {
        float[] maxima = [.. Enumerable.Range(0, 2_000).Select(i => 10f - (i / 1_000f))];

        BarEstimate bar = BarSelection.Choose(maxima, 5_000, Budget);

        Assert.Multiple(() =>
        {
            Assert.That(bar.Basis, Is.EqualTo(BarBasis.Observed));
            Assert.That(bar.UpperRate, Is.LessThanOrEqualTo(Budget));
            Assert.That(BinomialInterval.Upper(bar.Exceeded + 1, 5_000, BarSelection.Confidence), Is.GreaterThan(Budget));
        });
    }

    [Test]
    public void Choose_ScoreThatManyShare_IsExceeded()
    {
        float[] maxima = [.. Enumerable.Repeat(6f, 500)];

        BarEstimate bar = BarSelection.Choose(maxima, 5_000, Budget);

        Assert.That((bar.Bar, bar.Exceeded), Is.EqualTo((MathF.BitIncrement(6), 0)));
    }

    // 298 days without an event leave a rate of 1 % just possible, 299 do not.
    [TestCase(298, BarBasis.Assumed)]
    [TestCase(299, BarBasis.Limited)]
    public void Choose_NobodyScores_NeedsThreeOverTheBudget(int units, BarBasis basis) =>
        Assert.That(BarSelection.Choose([], units, Budget).Basis, Is.EqualTo(basis));

    [Test]
    public void Choose_NobodyScores_FallsByAFactorOfTenAtMost() =>
        Assert.That(BarSelection.Choose([], 100_000, Budget).Bar, Is.EqualTo(-Math.Log(10 * Budget)).Within(1e-5));

    [Test]
    public void Choose_TooFewAndOneHigh_IsAboveTheHighest() =>
        Assert.That(BarSelection.Choose([12], 20, Budget).Bar, Is.EqualTo(MathF.BitIncrement(12)));

    [Test]
    public void Choose_TooFewAndAllLow_IsTheAssumedBar() =>
        Assert.That(BarSelection.Choose([1], 20, Budget).Bar, Is.EqualTo(-Math.Log(Budget)).Within(1e-5));

    [Test]
    public void Choose_ListThatWasCut_NeverGoesBelowItsEnd()
    {
        float[] maxima = [.. Enumerable.Range(0, GuardCalibration.MostMaxima).Select(i => 20f - (i * 1e-4f))];

        Assert.That(BarSelection.Choose(maxima, 10_000_000, 0.1).Bar, Is.EqualTo(MathF.BitIncrement(maxima[^1])));
    }

    [Test]
    public void Choose_SmallerBudget_IsNeverLower()
    {
        float[] maxima = Exponential(2_000, seed: 3);
        float[] bars = [.. new[] { 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 1e-6 }.Select(budget => BarSelection.Choose(maxima, 4_000, budget).Bar)];

        Assert.That(bars, Is.Ordered.Ascending);
    }

    // The bar promises a rate with 95 % confidence, so over many benign samples it keeps it about as often. 400 samples, three standard errors.
    [TestCase(0.02, BarBasis.Observed)]
    [TestCase(5e-4, BarBasis.Tail)]
    public void Choose_ExponentialTail_KeepsTheBudgetWithTheConfidenceStated(double budget, BarBasis basis)
    {
        const int samples = 400;
        int kept = 0;
        for (int seed = 0; seed < samples; seed++)
        {
            BarEstimate bar = BarSelection.Choose(Exponential(1_000, seed), 1_000, budget);
            Assert.That(bar.Basis, Is.EqualTo(basis));
            kept += Math.Exp(-bar.Bar / Mean) <= budget ? 1 : 0;
        }

        Assert.That(kept, Is.GreaterThanOrEqualTo(samples * 0.917));
    }

    [Test]
    public void ChooseForGroups_FewGroupDays_IsTheAssumedBar()
    {
        BarEstimate bar = Calibrations.Small().GroupBar(0.01);

        Assert.That((bar.Basis, (double)bar.Bar), Is.EqualTo((BarBasis.Assumed, -Math.Log(0.01))).Using<(BarBasis Basis, double Bar)>(
            (one, other) => one.Basis == other.Basis && Math.Abs(one.Bar - other.Bar) < 1e-5));
    }

    private const double Mean = 3;

    private static float[] Exponential(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(-Math.Log(1 - random.NextDouble()) * Mean)).OrderDescending()];
    }
}
