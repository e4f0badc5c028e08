// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

public sealed class LogFactorialTests
{
    [Test]
    public void Of_UpToTenThousand_IsTheSumOfLogarithms()
    {
        double sum = 0;
        for (int n = 1; n <= 10_000; n++)
        {
            sum += Math.Log(n);

            Assert.That(LogFactorial.Of(n), Is.EqualTo(sum).Within(1e-12 * Math.Max(1, sum)), $"{n}!");
        }
    }

    [Test]
    public void Of_Zero_IsZero() => Assert.That(LogFactorial.Of(0), Is.Zero);

    [TestCase(5, 2, 10)]
    [TestCase(52, 5, 2_598_960)]
    [TestCase(40, 20, 137_846_528_820)]
    public void OfChoice_Numbers_IsTheLogarithmOfTheWays(int n, int k, double ways) =>
        Assert.That(LogFactorial.OfChoice(n, k), Is.EqualTo(Math.Log(ways)).Within(1e-12));

    [TestCase(3, 4)]
    [TestCase(3, -1)]
    public void OfChoice_MoreThanThereAreOrLessThanNone_IsImpossible(int n, int k) =>
        Assert.That(LogFactorial.OfChoice(n, k), Is.EqualTo(double.NegativeInfinity));
}
