// SPDX-License-Identifier: MIT

using System.Numerics;
using CsCheck;

namespace DistillGuard.Statistics;

public sealed class HypergeometricTailTests
{
    private static readonly Gen<(int Successes, int Drawn, int Marked, int All)> Draws =
        from all in Gen.Int[0, 60]
        from drawn in Gen.Int[0, all]
        from marked in Gen.Int[0, all]
        from successes in Gen.Int[-2, 62]
        select (successes, drawn, marked, all);

    [Test]
    public void AtLeast_AnyDraw_AgreesWithCounting() =>
        Draws.Sample(draw =>
            Math.Abs(HypergeometricTail.AtLeast(draw.Successes, draw.Drawn, draw.Marked, draw.All) - Counted(draw.Successes, draw.Drawn, draw.Marked, draw.All))
            < 1e-12);

    [Test]
    public void AtLeast_RareDraw_KeepsItsDigits()
    {
        double counted = Counted(20, 30, 40, 2_000);

        Assert.That(HypergeometricTail.AtLeast(20, 30, 40, 2_000), Is.EqualTo(counted).Within(counted * 1e-9));
    }

    [Test]
    public void AtLeast_Millions_StaysFinite() =>
        Assert.That(HypergeometricTail.AtLeast(40, 400, 9_000, 1_000_000), Is.InRange(1e-40, 1e-20));

    [TestCase(1, 5, 1, 4)]
    [TestCase(1, 1, 5, 4)]
    [TestCase(1, -1, 1, 4)]
    public void AtLeast_MoreThanThereIs_Throws(int successes, int drawn, int marked, int all) =>
        Assert.That(() => HypergeometricTail.AtLeast(successes, drawn, marked, all), Throws.InstanceOf<ArgumentOutOfRangeException>());

    // The number of draws that have enough marked items, over the number of all draws.
    private static double Counted(int successes, int drawn, int marked, int all)
    {
        BigInteger wanted = 0;
        for (int k = Math.Max(0, successes); k <= Math.Min(drawn, marked); k++)
        {
            wanted += Choose(marked, k) * Choose(all - marked, drawn - k);
        }

        return Math.Exp(BigInteger.Log(wanted) - BigInteger.Log(Choose(all, drawn)));
    }

    private static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        BigInteger ways = 1;
        for (int i = 1; i <= k; i++)
        {
            ways = ways * (n - i + 1) / i;
        }

        return ways;
    }
}
