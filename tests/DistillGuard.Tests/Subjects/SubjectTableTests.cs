// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using CsCheck;

namespace DistillGuard.Subjects;

public sealed class SubjectTableTests
{
    [Test]
    public void SizeOf_Entry_Is32Bytes() => Assert.That(Unsafe.SizeOf<SubjectEntry>(), Is.EqualTo(32));

    [Test]
    public void Hold_TwiceAsManySubjectsAsCapacity_RemembersExactlyCapacity([Values(64, 600, 5_000, 20_000, 100_000)] int capacity)
    {
        SubjectTable table = Create(capacity, out _);
        var random = new Random(1);

        for (int i = 0; i < 2 * capacity; i++)
        {
            table.Hold(RandomKey(random)).Release();
        }

        Assert.That((table.Count, table.Evictions), Is.EqualTo((capacity, (long)capacity)));
    }

    [Test]
    public void Hold_AsManySubjectsAsCapacity_ForgetsNone([Values(64, 600, 5_000, 20_000, 100_000)] int capacity)
    {
        SubjectTable table = Create(capacity, out _);
        var random = new Random(2);

        for (int i = 0; i < capacity; i++)
        {
            table.Hold(RandomKey(random)).Release();
        }

        Assert.That((table.Count, table.Evictions), Is.EqualTo((capacity, 0L)));
    }

    [Test]
    public void Hold_SameKeyInOneOfManyShards_FindsSameProfile()
    {
        SubjectTable table = Create(100_000, out StateSlot<CountedState> slot);
        var random = new Random(3);
        SubjectKey[] keys = [.. Enumerable.Range(0, 1000).Select(_ => RandomKey(random))];
        for (int round = 0; round < 3; round++)
        {
            foreach (SubjectKey key in keys)
            {
                SubjectHandle handle = table.Hold(key);
                handle.Profile(SubjectKind.Account).State(slot).Count++;
                handle.Release();
            }
        }

        long[] counts = [.. keys.Select(key => CountOf(table, slot, key))];
        Assert.That(counts, Is.All.EqualTo(3));
    }

    [Test]
    public void ShardCount_AnyCapacityAndState_FitsEveryShardIntoOneArray() =>
        Gen.Select(Gen.Int[64, 50_000_000], Gen.Int[1, 200_000].Select(words => words * 8)).Sample(
            (capacity, stateBytes) =>
            {
                int shards = SubjectTable.ShardCount(capacity, stateBytes);
                long room = SubjectTable.ShardCapacity(capacity, shards);
                return room * stateBytes <= Array.MaxLength && room * shards >= capacity && int.IsPow2(shards);
            },
            iter: 10_000);

    [Test]
    public void Bytes_SmallTable_AreWhatWasAllocated()
    {
        var layout = new SubjectLayout();
        layout.Reserve<CountedState>(SubjectKind.Account);
        _ = new SubjectTable(SubjectKind.Account, 10_000, layout);

        long before = GC.GetAllocatedBytesForCurrentThread();
        var table = new SubjectTable(SubjectKind.Account, 100_000, layout);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        GC.KeepAlive(table);
        Assert.That(SubjectTable.Bytes(100_000, layout.BytesPer(SubjectKind.Account)), Is.EqualTo(allocated).Within(1).Percent);
    }

    [Test]
    public void Hold_KnownSubjects_AllocatesNothing()
    {
        SubjectTable table = Create(1000, out _);
        var key = new SubjectKey(1, 2);
        table.Hold(key).Release();

        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                table.Hold(key).Release();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    private static SubjectTable Create(int capacity, out StateSlot<CountedState> slot)
    {
        var layout = new SubjectLayout();
        slot = layout.Reserve<CountedState>(SubjectKind.Account);
        return new SubjectTable(SubjectKind.Account, capacity, layout);
    }

    private static SubjectKey RandomKey(Random random) => new((ulong)random.NextInt64(), (ulong)random.NextInt64() << 1);

    private static long CountOf(SubjectTable table, StateSlot<CountedState> slot, SubjectKey key)
    {
        SubjectHandle handle = table.HoldKnown(key);
        long count = handle.Profile(SubjectKind.Account).State(slot).Count;
        handle.Release();
        return count;
    }
}
