// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Statistics;

public sealed class BinomialTailTests
{
    private const int Bits = 20;

    [Test]
    public void AtLeast_AnyNumbers_IsTheSumOfAllTerms() =>
        Gen.Select(Gen.Int[1, 120], Gen.Long[1, (1L << Bits) - 1]).SelectMany(pair => Gen.Int[0, pair.Item1 + 1].Select(k => (k, pair.Item1, pair.Item2))).Sample(
            (successes, trials, numerator) =>
            {
                double exact = ExactTails.BinomialAtLeast(successes, trials, numerator, Bits);
                return Math.Abs(BinomialTail.AtLeast(successes, trials, Math.ScaleB(numerator, -Bits)) - exact) <= 1e-12 * exact;
            },
            iter: 1_000);

    [TestCase(1, 2_000, 1L << 19, Description = "the first term is below the smallest number, the sum is 1")]
    [TestCase(400, 2_000, 1L << 19)]
    [TestCase(1_600, 2_000, 1L << 19)]
    [TestCase(1_000, 2_000, 1L << 19)]
    [TestCase(2_000, 2_000, (1L << 20) - 1)]
    [TestCase(3, 2_000, 1L)]
    [TestCase(40, 2_000, 1L)]
    [TestCase(1_999, 2_000, (1L << 20) - 40)]
    public void AtLeast_ManyTrials_IsTheSumOfAllTerms(int successes, int trials, long numerator)
    {
        double exact = ExactTails.BinomialAtLeast(successes, trials, numerator, Bits);

        Assert.That(BinomialTail.AtLeast(successes, trials, Math.ScaleB(numerator, -Bits)), Is.EqualTo(exact).Within(1e-12 * exact));
    }

    [TestCase(1e-3)]
    [TestCase(1e-9)]
    [TestCase(1e-18)]
    [TestCase(1e-100)]
    public void AtLeast_AllOfFew_IsThePower(double probability) =>
        Assert.That(BinomialTail.AtLeast(3, 3, probability), Is.EqualTo(Math.Pow(probability, 3)).Within(1e-12 * Math.Pow(probability, 3)));

    // 1 - (1 - p)^n with p = 1e-18: every step of n p that is rounded away would show.
    [Test]
    public void AtLeast_OneOfManyOfTinyProbability_IsTheirProduct() =>
        Assert.That(BinomialTail.AtLeast(1, 1_000_000, 1e-18), Is.EqualTo(1e-12).Within(1e-24));

    [TestCase(1_000_000_000, 0.5)]
    [TestCase(2_000_000_000, 0.25)]
    public void AtLeast_MoreThanTheMeanOfABillion_IsHalfLessHalfTheMiddleTerm(int trials, double probability)
    {
        int mean = (int)(trials * probability);
        double deviation = Math.Sqrt(mean * (1 - probability));

        double sum = BinomialTail.AtLeast(mean + 1, trials, probability) + BinomialTail.AtLeast(mean, trials, probability);

        Assert.That(sum, Is.EqualTo(1).Within(1 / deviation), "the median is the mean, so the two lie symmetrically about a half");
    }

    [TestCase(0, 10, 0.5, 1)]
    [TestCase(-3, 10, 0.5, 1)]
    [TestCase(0, 0, 0.5, 1)]
    [TestCase(1, 0, 0.5, 0)]
    [TestCase(11, 10, 0.5, 0)]
    [TestCase(1, 10, 0, 0)]
    [TestCase(1, 10, -1, 0)]
    [TestCase(10, 10, 1, 1)]
    [TestCase(10, 10, 7, 1)]
    [TestCase(5, 10, double.NaN, 1)]
    [TestCase(5, int.MaxValue, double.Epsilon, 0)]
    public void AtLeast_EdgeOfItsRange_IsZeroOrOne(int successes, int trials, double probability, double expected) =>
        Assert.That(BinomialTail.AtLeast(successes, trials, probability), Is.EqualTo(expected));

    [Test]
    public void AtLeast_MoreSuccesses_IsNeverLikelier() =>
        Gen.Select(Gen.Int[1, 5_000], Gen.Double[0, 1]).SelectMany(pair => Gen.Int[0, pair.Item1].Select(k => (k, pair.Item1, pair.Item2))).Sample(
            (successes, trials, probability) =>
                BinomialTail.AtLeast(successes + 1, trials, probability) <= BinomialTail.AtLeast(successes, trials, probability) * (1 + 1e-12),
            iter: 10_000);
}
