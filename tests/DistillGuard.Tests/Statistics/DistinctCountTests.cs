// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Statistics;

/// <summary>Against a slow oracle: a set of everything that was added.</summary>
public sealed class DistinctCountTests
{
    [Test]
    public void Size_Is32Bytes() => Assert.That(Unsafe.SizeOf<DistinctCount>(), Is.EqualTo(32));

    [Test]
    public void Estimate_Empty_IsZero() => Assert.That(default(DistinctCount).Estimate, Is.Zero);

    [Test]
    public void Add_SameHashAgain_IsNotNewAndNotCounted()
    {
        var count = default(DistinctCount);
        bool first = count.Add(77);
        double estimate = count.Estimate;

        bool second = count.Add(77);

        Assert.That((first, second, count.Estimate), Is.EqualTo((true, false, estimate)));
    }

    [Test]
    public void Add_RandomHashesWithRepeats_NeverTellsAKnownOneAsNew()
    {
        var random = new Random(20260105);
        for (int round = 0; round < 200; round++)
        {
            var count = default(DistinctCount);
            var oracle = new HashSet<ulong>();
            for (int i = 0; i < 300; i++)
            {
                ulong hash = (ulong)random.Next(400) * 0x9E3779B97F4A7C15;
                bool isKnown = !oracle.Add(hash);

                Assert.That(count.Add(hash) && isKnown, Is.False);
            }
        }
    }

    // The standard error as the paper gives it, and no bias beyond a third of it.
    [TestCase(5)]
    [TestCase(25)]
    [TestCase(100)]
    [TestCase(500)]
    public void Estimate_ManySetsOfThatSize_ErrsAsMuchAsStated(int size)
    {
        const int Rounds = 2_000;
        double load = (double)size / DistinctCount.Bits;
        double standardError = Math.Sqrt(DistinctCount.Bits * (Math.Exp(load) - load - 1));
        var random = new Random(20260106);
        double[] errors = [.. Enumerable.Range(0, Rounds).Select(_ => EstimateOf(random, size) - size)];

        Assert.That(Math.Sqrt(errors.Average(error => error * error)), Is.EqualTo(standardError).Within(0.15 * standardError + 0.1));
        Assert.That(errors.Average(), Is.EqualTo(0).Within(0.1 * standardError + 0.1));
    }

    [Test]
    public void Estimate_Full_IsTheMostItCanTell()
    {
        var count = default(DistinctCount);
        for (ulong hash = 0; hash < 100_000; hash++)
        {
            count.Add(hash);
        }

        Assert.That(count.Estimate, Is.EqualTo(256 * Math.Log(256)).Within(1e-9));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Fade_OneHalf_LeavesAboutHalfTheMembers(bool odd)
    {
        DistinctCount count = CountOf(100);

        count.Fade(odd);

        Assert.That(count.Estimate, Is.EqualTo(45).Within(15));
    }

    [Test]
    public void Fade_BothHalves_LeavesNothing()
    {
        DistinctCount count = CountOf(100);

        count.Fade(odd: true);
        count.Fade(odd: false);

        Assert.That(count.Estimate, Is.Zero);
    }

    private static DistinctCount CountOf(int size)
    {
        var random = new Random(20260107);
        var count = default(DistinctCount);
        for (int i = 0; i < size; i++)
        {
            count.Add((ulong)random.NextInt64());
        }

        return count;
    }

    private static double EstimateOf(Random random, int size)
    {
        var count = default(DistinctCount);
        var oracle = new HashSet<ulong>();
        while (oracle.Count < size)
        {
            ulong hash = (ulong)random.NextInt64();
            oracle.Add(hash);
            count.Add(hash);
        }

        return count.Estimate;
    }
}
