// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Statistics;

public sealed class KMinimumValuesTests
{
    [Test]
    public void Size_Is32Bytes() => Assert.That(Unsafe.SizeOf<KMinimumValues>(), Is.EqualTo(32));

    [Test]
    public void Add_FirstEightDifferentHashes_AreAllNew()
    {
        var values = default(KMinimumValues);

        bool[] isNew = [.. Enumerable.Range(0, 8).Select(i => values.Add((ulong)(i * 1_000)))];

        Assert.That(isNew, Is.All.True);
    }

    [Test]
    public void Add_HashWhoseBitsAreZero_IsNewOnce()
    {
        var values = default(KMinimumValues);

        Assert.That((values.Add(0x1_0000_0000), values.Add(0x1_0000_0000)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Add_AnyHashes_KeepsTheSmallestAndNeverTellsOneTwice()
    {
        var random = new Random(20260105);
        for (int round = 0; round < 500; round++)
        {
            var values = default(KMinimumValues);
            var oracle = new SortedSet<uint>();
            var told = new HashSet<uint>();
            for (int i = 0; i < 200; i++)
            {
                uint hash = (uint)random.Next(1, 300);
                bool belongs = oracle.Add(hash) && oracle.Take(8).Contains(hash);

                Assert.That(values.Add(hash), Is.EqualTo(belongs));
                Assert.That(!belongs || told.Add(hash), Is.True);
            }
        }
    }

    [TestCase(16)]
    [TestCase(100)]
    [TestCase(1_000)]
    public void Add_OneMoreAfterMany_IsNewAsOftenAsStated(int before)
    {
        var random = new Random(20260106);
        const int Rounds = 20_000;
        int isNew = 0;
        for (int round = 0; round < Rounds; round++)
        {
            var values = default(KMinimumValues);
            for (int i = 0; i < before; i++)
            {
                values.Add((ulong)random.NextInt64());
            }

            isNew += values.Add((ulong)random.NextInt64()) ? 1 : 0;
        }

        Assert.That((double)isNew / Rounds, Is.EqualTo(8.0 / (before + 1)).Within(20).Percent);
    }
}
