// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

public sealed class SignFlipTestTests
{
    private const int Dimensions = 3;

    // All 1,024 signs of ten accounts, and all pairs of each, the slow way.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void CommonDirection_FewAccounts_IsTheShareOfAllSigns(int seed)
    {
        float[] departures = Departures(10, seed);
        double observed = Agreement(departures, 0);
        double exact = Enumerable.Range(0, 1_024).Count(signs => Agreement(departures, signs) >= observed - 1e-9) / 1_024.0;

        Assert.That(
            SignFlipTest.CommonDirection(departures, Dimensions, 20_000, 3),
            Is.EqualTo(exact).Within(3 * Math.Sqrt(exact * (1 - exact) / 20_000) + 1e-4));
    }

    // 2,000 times accounts that go their own ways: at most 1 % and three standard errors of them below 1 %.
    [Test]
    public void CommonDirection_EveryAccountGoesItsOwnWay_KeepsItsLevel()
    {
        int below = 0;
        for (int i = 0; i < 2_000; i++)
        {
            below += SignFlipTest.CommonDirection(Departures(12, i), Dimensions, 199, (ulong)i) <= 0.01 ? 1 : 0;
        }

        Assert.That(below, Is.InRange(5, 20 + 14));
    }

    [Test]
    public void CommonDirection_AllGoOneWay_IsRare()
    {
        float[] departures = Departures(16, 1);
        for (int i = 0; i < 16; i++)
        {
            departures[i * Dimensions] += 4;
        }

        Assert.That(SignFlipTest.CommonDirection(departures, Dimensions, 999, 1), Is.LessThan(0.005));
    }

    [Test]
    public void CommonDirection_OneLoudAccount_SpeaksNoLouder()
    {
        float[] departures = Departures(12, 7);
        double before = SignFlipTest.CommonDirection(departures, Dimensions, 500, 1);
        for (int i = 0; i < Dimensions; i++)
        {
            departures[i] *= 1_000;
        }

        Assert.That(SignFlipTest.CommonDirection(departures, Dimensions, 500, 1), Is.EqualTo(before).Within(0.005));
    }

    [Test]
    public void CommonDirection_NobodyDeparted_IsOne() =>
        Assert.That(SignFlipTest.CommonDirection(new float[30], Dimensions, 99, 1), Is.EqualTo(1));

    [Test]
    public void CommonDirection_NoAccounts_IsOne() => Assert.That(SignFlipTest.CommonDirection([], Dimensions, 9, 1), Is.EqualTo(1));

    [Test]
    public void CommonDirection_HalfAVector_SaysWhatIsWrong() =>
        Assert.That(
            () => SignFlipTest.CommonDirection(new float[4], Dimensions, 9, 1), Throws.ArgumentException.With.Message.Contains("no whole vectors of 3"));

    private static float[] Departures(int count, int seed) =>
        [.. PermutationTestTests.Accounts(count, seed).Select(value => value - 0.5f)];

    private static double Agreement(float[] departures, int signs)
    {
        int count = departures.Length / Dimensions;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                if (i != j)
                {
                    double product = 0;
                    for (int d = 0; d < Dimensions; d++)
                    {
                        product += departures[(i * Dimensions) + d] / Length(departures, i) * departures[(j * Dimensions) + d] / Length(departures, j);
                    }

                    sum += product * ((signs >> i & 1) == (signs >> j & 1) ? 1 : -1);
                }
            }
        }

        return sum;
    }

    private static double Length(float[] departures, int account) =>
        Math.Sqrt(Enumerable.Range(0, Dimensions).Sum(d => Math.Pow(departures[(account * Dimensions) + d], 2)));
}
