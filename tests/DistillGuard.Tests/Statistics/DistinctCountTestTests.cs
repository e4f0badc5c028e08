// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Statistics;

public sealed class DistinctCountTestTests
{
    private const int PerAccount = 2;

    // Every choice of three of nine: 84, compared one by one.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void AsMany_FewAccounts_IsTheShareOfAllChoices(int seed)
    {
        ushort[] accounts = Accounts(9, 6, seed);
        int observed = Distinct(accounts, 0b111);
        int choices = 0;
        int asMany = 0;
        for (uint chosen = 0; chosen < 512; chosen++)
        {
            if (BitOperations.PopCount(chosen) == 3)
            {
                choices++;
                asMany += Distinct(accounts, chosen) >= observed ? 1 : 0;
            }
        }

        double exact = (double)asMany / choices;
        Assert.That(
            DistinctCountTest.AsMany(accounts, PerAccount, 3, 20_000, 5),
            Is.EqualTo(exact).Within((3 * Math.Sqrt(exact * (1 - exact) / 20_000)) + 1e-4));
    }

    // 1,000 groups that mean nothing: at most 5 % and three standard errors of them at or below 5 %.
    [Test]
    public void AsMany_MembershipThatMeansNothing_KeepsItsLevel()
    {
        int below = Enumerable.Range(0, 1_000).Count(seed => DistinctCountTest.AsMany(Accounts(30, 40, seed), PerAccount, 6, 99, (ulong)seed) <= 0.05);

        Assert.That(below, Is.LessThanOrEqualTo(50 + 21));
    }

    [Test]
    public void AsMany_GroupThatSweepsWhilePeersRepeat_IsAsUnlikelyAsItGets()
    {
        ushort[] accounts = [.. Enumerable.Range(0, 16).Select(i => (ushort)i), .. Enumerable.Repeat((ushort)200, 60)];

        Assert.That(DistinctCountTest.AsMany(accounts, PerAccount, 8, 999, 1), Is.EqualTo(0.001));
    }

    [Test]
    public void AsMany_GroupThatRepeatsWhilePeersSweep_IsCertain()
    {
        ushort[] accounts = [.. Enumerable.Repeat((ushort)200, 16), .. Enumerable.Range(0, 60).Select(i => (ushort)i)];

        Assert.That(DistinctCountTest.AsMany(accounts, PerAccount, 8, 999, 1), Is.EqualTo(1));
    }

    [Test]
    public void AsMany_HalfAnAccount_NamesTheNumbers() =>
        Assert.That(
            () => DistinctCountTest.AsMany(new ushort[5], PerAccount, 1, 99, 1),
            Throws.ArgumentException.With.Message.StartsWith("5 values are no whole accounts of 2; give as many of each."));

    [TestCase(0)]
    [TestCase(4)]
    public void AsMany_OneSideEmpty_NamesTheNumbers(int members) =>
        Assert.That(
            () => DistinctCountTest.AsMany(new ushort[8], PerAccount, members, 99, 1),
            Throws.ArgumentException.With.Message.StartsWith($"{members} members of 4 accounts leave one side empty; give both sides an account."));

    private static int Distinct(ushort[] accounts, uint chosen) =>
        accounts.Where((_, i) => (chosen & (1u << (i / PerAccount))) != 0).Distinct().Count();

    private static ushort[] Accounts(int count, int values, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count * PerAccount).Select(_ => (ushort)chance.Next(values))];
    }
}
