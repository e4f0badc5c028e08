// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using CsCheck;

namespace DistillGuard.Groups;

public sealed class KeyedTableTests
{
    // Few keys and few low bits, so that finding, chains and a full table all happen.
    private static readonly Gen<ulong> Keys = Gen.Select(Gen.ULong[0, 40], Gen.ULong[0, 3]).Select((high, low) => (high << 20) | low);

    [Test]
    public void Table_AnyAddsAndSweeps_IsTheDictionaryOfThem() =>
        Gen.Select(Gen.Int[1, 64], Gen.Select(Keys, Gen.Int[0, 60]).Array[0, 400]).Sample(
            (capacity, steps) =>
            {
                var table = new KeyedTable<long>(capacity);
                var expected = new Dictionary<ulong, long>();
                foreach ((ulong key, int step) in steps)
                {
                    if (step == 0)
                    {
                        Sweep(table, expected, key);
                    }
                    else
                    {
                        Add(table, expected, key, step, capacity);
                    }
                }

                return table.Count == expected.Count
                    && expected.All(pair => table.Find(pair.Key) is >= 0 and int index && table[index] == pair.Value && table.KeyOf(index) == pair.Key);
            },
            iter: 5_000);

    [Test]
    public void FindOrAdd_FarMoreKeysThanTheFirstRoom_FindsAll()
    {
        var table = new KeyedTable<long>(50_000);
        for (ulong i = 0; i < 50_000; i++)
        {
            table[table.FindOrAdd(i * 0x9E3779B97F4A7C15, out _)] = (long)i;
        }

        Assert.That(Enumerable.Range(0, 50_000).All(i => table[table.Find((ulong)i * 0x9E3779B97F4A7C15)] == i), Is.True);
    }

    [Test]
    public void FindOrAdd_NewKeyInAFullTable_GivesNone()
    {
        var table = new KeyedTable<long>(2);
        table.FindOrAdd(1, out _);
        table.FindOrAdd(2, out _);

        Assert.That((table.FindOrAdd(3, out bool isNew), isNew, table.Room), Is.EqualTo((-1, false, 0)));
    }

    [Test]
    public void FindOrAdd_AfterASweep_StartsFromZeroBytes()
    {
        var table = new KeyedTable<long>(2);
        table[table.FindOrAdd(1, out _)] = 7;
        table.BeginSweep();
        table.Drop(0);
        table.EndSweep();

        Assert.That((table[table.FindOrAdd(1, out bool isNew)], isNew), Is.EqualTo((0L, true)));
    }

    [Test]
    public void NewIndexOf_AfterRenumber_KeepsTheOrderOfTheRest()
    {
        var table = new KeyedTable<long>(5);
        for (ulong key = 10; key < 15; key++)
        {
            table.FindOrAdd(key, out _);
        }

        table.BeginSweep();
        table.Drop(0);
        table.Drop(3);
        table.Renumber();

        Assert.That(Enumerable.Range(0, 5).Select(table.NewIndexOf), Is.EqualTo(new[] { -1, 0, 1, -1, 2 }));
    }

    [Test]
    public void Mark_OfKeptEntries_IsZeroAtFirst()
    {
        var table = new KeyedTable<long>(3);
        table.FindOrAdd(1, out _);
        table.FindOrAdd(1UL << 40, out _); // the same bucket: a chain

        table.BeginSweep();

        Assert.That((table.Mark(0), table.Mark(1)), Is.EqualTo((0, 0)));
    }

    [TestCase(2_000_000)]
    [NonParallelizable]
    public void BytesFor_FullTable_AreWhatIsLive(int capacity)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var table = new KeyedTable<PieceNode>(capacity);
        for (int i = 0; i < capacity; i++)
        {
            table.FindOrAdd((ulong)i * 0x9E3779B97F4A7C15, out _);
        }

        long live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(table);

        Assert.That((double)KeyedTable<PieceNode>.BytesFor(capacity), Is.EqualTo((double)live).Within(1).Percent);
    }

    [Test]
    public void SizeOf_Nodes_AreWhatTheOptionsSay() =>
        Assert.That(
            (Unsafe.SizeOf<AccountNode>(), Unsafe.SizeOf<PieceNode>(), Unsafe.SizeOf<Membership>(), Unsafe.SizeOf<LinkNode>()),
            Is.EqualTo((148, 24, 20, 4)));

    private static void Add(KeyedTable<long> table, Dictionary<ulong, long> expected, ulong key, int step, int capacity)
    {
        int index = table.FindOrAdd(key, out bool isNew);
        bool isKnown = expected.ContainsKey(key);
        if (!isKnown && expected.Count == capacity)
        {
            Assert.That((index, isNew), Is.EqualTo((-1, false)));
            return;
        }

        Assert.That(isNew, Is.EqualTo(!isKnown));
        table[index] += step;
        expected[key] = expected.GetValueOrDefault(key) + step;
    }

    // Forgets whatever shares its low bits with a key.
    private static void Sweep(KeyedTable<long> table, Dictionary<ulong, long> expected, ulong key)
    {
        table.BeginSweep();
        for (int i = 0; i < table.Count; i++)
        {
            if ((table.KeyOf(i) & 3) == (key & 3))
            {
                table.Drop(i);
            }
        }

        table.EndSweep();
        foreach (ulong gone in expected.Keys.Where(other => (other & 3) == (key & 3)).ToArray())
        {
            expected.Remove(gone);
        }
    }
}
