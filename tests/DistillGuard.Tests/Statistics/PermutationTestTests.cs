// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Statistics;

public sealed class PermutationTestTests
{
    private const int Dimensions = 3;

    // Every choice of three of nine: 84, compared one by one. Drawn at random often enough, the share is the same to three standard errors.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void MeanDistance_FewAccounts_IsTheShareOfAllChoices(int seed)
    {
        float[] accounts = Accounts(9, seed);
        double observed = Distance(accounts, 0b111);
        int choices = 0;
        int asFar = 0;
        for (uint chosen = 0; chosen < 512; chosen++)
        {
            if (BitOperations.PopCount(chosen) == 3)
            {
                choices++;
                asFar += Distance(accounts, chosen) >= observed - 1e-9 ? 1 : 0;
            }
        }

        double exact = (double)asFar / choices;
        Assert.That(
            PermutationTest.MeanDistance(accounts, Dimensions, 3, 20_000, 5),
            Is.EqualTo(exact).Within(3 * Math.Sqrt(exact * (1 - exact) / 20_000) + 1e-4));
    }

    // 2,000 groups that mean nothing: at most 1 % and three standard errors of them below 1 %.
    [Test]
    public void MeanDistance_MembershipThatMeansNothing_KeepsItsLevel()
    {
        int below = 0;
        for (int i = 0; i < 2_000; i++)
        {
            below += PermutationTest.MeanDistance(Accounts(30, i), Dimensions, 10, 199, (ulong)i) <= 0.01 ? 1 : 0;
        }

        Assert.That(below, Is.InRange(5, 20 + 14));
    }

    [Test]
    public void MeanDistance_GroupFarFromItsPeers_IsTheLeastPossible()
    {
        float[] accounts = Accounts(40, 1);
        for (int i = 0; i < 10; i++)
        {
            accounts[i * Dimensions] += 9;
        }

        Assert.That(PermutationTest.MeanDistance(accounts, Dimensions, 10, 999, 1), Is.EqualTo(1.0 / 1_000));
    }

    [Test]
    public void MeanDistance_AllShiftTogether_ChangesNothing()
    {
        float[] accounts = Accounts(20, 4);
        double before = PermutationTest.MeanDistance(accounts, Dimensions, 6, 500, 2);
        for (int i = 0; i < accounts.Length; i++)
        {
            accounts[i] += 5;
        }

        Assert.That(PermutationTest.MeanDistance(accounts, Dimensions, 6, 500, 2), Is.EqualTo(before).Within(0.005));
    }

    [Test]
    public void MeanDistance_AllAlike_IsOne() =>
        Assert.That(PermutationTest.MeanDistance(new float[12], Dimensions, 2, 99, 1), Is.EqualTo(1));

    [TestCase(7, 1, "no whole vectors of 3")]
    [TestCase(6, 0, "leave one side empty")]
    [TestCase(6, 2, "leave one side empty")]
    public void MeanDistance_WrongShape_SaysWhatIsWrong(int numbers, int members, string message) =>
        Assert.That(
            () => PermutationTest.MeanDistance(new float[numbers], Dimensions, members, 9, 1),
            Throws.ArgumentException.With.Message.Contains(message));

    internal static float[] Accounts(int count, int seed)
    {
        var random = new SplitMix((ulong)seed);
        return [.. Enumerable.Range(0, count * Dimensions).Select(_ => (random.Next() >> 40) / (float)(1 << 24))];
    }

    private static double Distance(float[] accounts, uint chosen)
    {
        double squares = 0;
        for (int d = 0; d < Dimensions; d++)
        {
            var inside = new List<double>();
            var outside = new List<double>();
            for (int account = 0; account < accounts.Length / Dimensions; account++)
            {
                ((chosen >> account & 1) == 1 ? inside : outside).Add(accounts[(account * Dimensions) + d]);
            }

            squares += Math.Pow(inside.Average() - outside.Average(), 2);
        }

        return squares;
    }
}
