// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Statistics;

public sealed class PoissonTailTests
{
    private const int Bits = 16;

    [Test]
    public void AtMost_AnyNumbers_IsTheSumOfAllTerms() =>
        Gen.Select(Gen.Int[0, 150], Gen.Long[1, 100L << Bits]).Sample(
            (count, numerator) =>
            {
                double exact = ExactTails.PoissonAtMost(count, numerator, Bits);
                return Math.Abs(PoissonTail.AtMost(count, Math.ScaleB(numerator, -Bits)) - exact) <= 1e-12 * exact;
            },
            iter: 500);

    [TestCase(1_000, 1, Description = "the first term is below the smallest number, the sum is 1")]
    [TestCase(0, 700)]
    [TestCase(100, 700)]
    [TestCase(700, 700)]
    [TestCase(699, 700)]
    [TestCase(900, 700)]
    [TestCase(1_000, 1_500, Description = "e^-mean is below the smallest number")]
    [TestCase(1_500, 1_500)]
    [TestCase(1_499, 1_500)]
    public void AtMost_LargeNumbers_IsTheSumOfAllTerms(int count, int mean)
    {
        double exact = ExactTails.PoissonAtMost(count, (long)mean << Bits, Bits);

        Assert.That(PoissonTail.AtMost(count, mean), Is.EqualTo(exact).Within(1e-12 * exact));
    }

    [TestCase(1_000_000_000)]
    [TestCase(2_000_000_000)]
    public void AtMost_TheMeanOfABillion_IsHalfAndAThirdOfADeviation(int mean) =>
        Assert.That(
            PoissonTail.AtMost(mean, mean),
            Is.EqualTo(0.5 + (2 / (3 * Math.Sqrt(2 * Math.PI * mean)))).Within(1e-9),
            "Ramanujan: the share of the middle term that belongs to the lower half tends to a third");

    [TestCase(-1, 5, 0)]
    [TestCase(0, 0, 1)]
    [TestCase(3, -1, 1)]
    [TestCase(3, double.NaN, 1)]
    [TestCase(-1, double.NaN, 1)]
    [TestCase(int.MaxValue, double.PositiveInfinity, 0)]
    [TestCase(0, 800, 0)]
    [TestCase(0, double.Epsilon, 1)]
    [TestCase(int.MaxValue, 1, 1)]
    [TestCase(1_000, double.MaxValue, 0)]
    public void AtMost_EdgeOfItsRange_IsZeroOrOne(int count, double mean, double expected) =>
        Assert.That(PoissonTail.AtMost(count, mean), Is.EqualTo(expected).Within(1e-300));

    [Test]
    public void AtMost_MoreExpected_IsNeverLikelier() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Double[0, 5_000]).Sample(
            (count, mean) => PoissonTail.AtMost(count, mean * 1.01) <= PoissonTail.AtMost(count, mean) * (1 + 1e-12),
            iter: 10_000);
}
