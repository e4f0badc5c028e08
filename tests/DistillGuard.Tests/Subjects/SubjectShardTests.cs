// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Subjects;

public sealed class SubjectShardTests
{
    private SubjectLayout _layout = new();
    private StateSlot<CountedState> _slot;

    [SetUp]
    public void ReserveSlot()
    {
        _layout = new SubjectLayout();
        _slot = _layout.Reserve<CountedState>(SubjectKind.Account);
    }

    [Test]
    public void Hold_RandomOperationsAtTinyCapacity_AgreesWithDictionary() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 9].Array[1, 80]).Sample(
            (capacity, operations) => Agrees(CreateShard(capacity), capacity, operations),
            iter: 10_000);

    [Test]
    public void Prefetch_AnyKeyAtAnyStep_ChangesNothing()
    {
        SubjectShard shard = CreateShard(4);
        for (int round = 0; round < 3; round++)
        {
            for (int key = 1; key <= 6; key++)
            {
                foreach (PrefetchStep step in Enum.GetValues<PrefetchStep>())
                {
                    shard.Prefetch(Key(key), step);
                }
            }

            Touch(shard, Key(1));
        }

        SubjectHandle handle = shard.Hold(Key(1));
        Assert.That((shard.Count, shard.Evictions, handle.Profile(SubjectKind.Account).IsNew), Is.EqualTo((1, 0L, false)));
    }

    [Test]
    public void Prefetch_WhileOthersEvict_EndsAndHarmsNothing()
    {
        SubjectShard shard = CreateShard(3);

        Crowd.Run(4, thread =>
        {
            for (int i = 0; i < 50_000; i++)
            {
                if (thread < 2)
                {
                    Touch(shard, Key((i % 17) + 1));
                }
                else
                {
                    shard.Prefetch(Key((i % 17) + 1), PrefetchStep.State);
                }
            }
        });

        Assert.That(shard.Count, Is.LessThanOrEqualTo(3));
    }

    [Test]
    public void Hold_NewSubject_IsNewAndZero()
    {
        SubjectHandle handle = CreateShard(4).Hold(Key(1));

        Assert.That((handle.Profile(SubjectKind.Account).IsNew, State(handle).Count), Is.EqualTo((true, 0L)));
    }

    [Test]
    public void Hold_AfterEviction_StateIsZero()
    {
        SubjectShard shard = CreateShard(1);
        Touch(shard, Key(1));
        Touch(shard, Key(2));

        SubjectHandle handle = shard.Hold(Key(1));

        Assert.That((handle.Profile(SubjectKind.Account).IsNew, State(handle).Count, State(handle).KeySeen), Is.EqualTo((true, 0L, 0L)));
    }

    [Test]
    public void Hold_OneProfileHeld_EvictsOnlyTheOthers()
    {
        SubjectShard shard = CreateShard(4);
        SubjectHandle held = shard.Hold(Key(1));
        State(held).Count = 42;

        for (int i = 2; i < 1000; i++)
        {
            Touch(shard, Key(i));
        }

        held.Release();
        SubjectHandle again = shard.Hold(Key(1));
        Assert.That((again.Profile(SubjectKind.Account).IsNew, State(again).Count), Is.EqualTo((false, 42L)));
    }

    [Test]
    public void Hold_EveryProfileHeld_HoldsNothing()
    {
        SubjectShard shard = CreateShard(2);
        shard.Hold(Key(1));
        shard.Hold(Key(2));

        Assert.That(shard.Hold(Key(3)).Profile(SubjectKind.Account).IsPresent, Is.False);
    }

    [Test]
    public void Hold_EveryProfileHeldThenOneReleased_TakesItsPlace()
    {
        SubjectShard shard = CreateShard(2);
        SubjectHandle first = shard.Hold(Key(1));
        shard.Hold(Key(2));
        shard.Hold(Key(3));

        first.Release();

        Assert.That(shard.Hold(Key(3)).Profile(SubjectKind.Account).IsPresent, Is.True);
    }

    [Test]
    public void Hold_FloodOfSubjectsSeenOnce_KeepsThoseWhoReturn()
    {
        SubjectShard shard = CreateShard(64);
        for (int regular = 0; regular < 16; regular++)
        {
            Touch(shard, Key(regular));
        }

        for (int stranger = 0; stranger < 6400; stranger++)
        {
            Touch(shard, Key(1000 + stranger));
            Touch(shard, Key(stranger % 16));
        }

        long[] counts = [.. Enumerable.Range(0, 16).Select(regular => CountOf(shard, Key(regular)))];
        Assert.That(counts, Is.All.EqualTo(401));
    }

    [Test]
    public void Hold_SubjectsSeenOnce_GoInTheOrderTheyCame()
    {
        SubjectShard shard = CreateShard(4);
        for (int i = 1; i <= 6; i++)
        {
            Touch(shard, Key(i));
        }

        bool[] known = [.. Enumerable.Range(1, 6).Select(i => IsKnown(shard, Key(i)))];
        Assert.That(known, Is.EqualTo(new[] { false, false, true, true, true, true }));
    }

    [Test]
    public void Hold_EverySubjectRecentlyUsed_LooksAtFewOfThem()
    {
        const int Capacity = 100_000;
        SubjectShard shard = CreateShard(Capacity);
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < Capacity; i++)
            {
                Touch(shard, Key(i));
            }
        }

        // Each eviction takes away the marks of at most 128 subjects; without the bound the first would take all 100,000, and
        // after it the subjects from 1 on would go one by one.
        for (int i = 0; i < 10; i++)
        {
            Touch(shard, Key(Capacity + i));
        }

        bool[] known = [.. Enumerable.Range(0, 10).Select(i => IsKnown(shard, Key(i)))];
        Assert.That(known.Skip(1), Is.All.True);
    }

    [Test]
    public void HoldKnown_UnknownSubject_HoldsNothingAndMakesNothing()
    {
        SubjectShard shard = CreateShard(4);

        bool isPresent = shard.HoldKnown(Key(1)).Profile(SubjectKind.Account).IsPresent;

        Assert.That((isPresent, shard.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void HoldKnown_KnownSubject_GivesNoSecondRound()
    {
        SubjectShard shard = CreateShard(2);
        Touch(shard, Key(1));
        Touch(shard, Key(2));
        shard.HoldKnown(Key(1)).Release();

        Touch(shard, Key(3));

        Assert.That(IsKnown(shard, Key(1)), Is.False);
    }

    [Test]
    public void Hold_KeysThatShareABucket_AreToldApart()
    {
        SubjectShard shard = CreateShard(16);
        for (int i = 0; i < 16; i++)
        {
            Touch(shard, new SubjectKey(64, (ulong)i));
        }

        long[] counts = [.. Enumerable.Range(0, 16).Select(i => CountOf(shard, new SubjectKey(64, (ulong)i)))];
        Assert.That(counts, Is.All.EqualTo(1));
    }

    private bool Agrees(SubjectShard shard, int capacity, int[] operations)
    {
        var counts = new Dictionary<int, long>();
        var held = new Dictionary<int, SubjectHandle>();
        int made = 0;
        foreach (int id in operations)
        {
            if (held.Remove(id, out SubjectHandle pinned))
            {
                State(pinned).Count++;
                counts[id]++;
                pinned.Release();
                continue;
            }

            SubjectHandle handle = shard.Hold(Key(id));
            if (!handle.Profile(SubjectKind.Account).IsPresent)
            {
                Assert.That(held, Has.Count.EqualTo(capacity), "It held nothing although a profile was free.");
                continue;
            }

            if (handle.Profile(SubjectKind.Account).IsNew)
            {
                made++;
                counts[id] = 0;
            }

            Assert.That(State(handle).Count, Is.EqualTo(counts[id]));
            State(handle).Count++;
            counts[id]++;
            Assert.That(shard.Count, Is.LessThanOrEqualTo(capacity));
            if (id % 3 == 0)
            {
                held.Add(id, handle);
            }
            else
            {
                handle.Release();
            }
        }

        Assert.That(shard.Evictions, Is.EqualTo(made - shard.Count));
        Assert.That(held.Values.Select(handle => State(handle).Count), Is.EqualTo(held.Keys.Select(id => counts[id])));
        foreach (SubjectHandle handle in held.Values)
        {
            handle.Release();
        }

        return Enumerable.Range(0, 10).Count(id => IsKnown(shard, Key(id))) == shard.Count;
    }

    private SubjectShard CreateShard(int capacity) => new(capacity, _layout, SubjectKind.Account, new SubjectRoom(capacity));

    private static SubjectKey Key(int id) => new((ulong)id * 0x9E3779B97F4A7C15, (ulong)id + 1);

    private ref CountedState State(SubjectHandle handle) => ref handle.Profile(SubjectKind.Account).State(_slot);

    private void Touch(SubjectShard shard, SubjectKey key)
    {
        SubjectHandle handle = shard.Hold(key);
        State(handle).Count++;
        State(handle).KeySeen = (long)key.High;
        handle.Release();
    }

    private long CountOf(SubjectShard shard, SubjectKey key)
    {
        SubjectHandle handle = shard.HoldKnown(key);
        long count = handle.Profile(SubjectKind.Account).IsPresent ? State(handle).Count : -1;
        handle.Release();
        return count;
    }

    private static bool IsKnown(SubjectShard shard, SubjectKey key)
    {
        SubjectHandle handle = shard.HoldKnown(key);
        bool isKnown = handle.Profile(SubjectKind.Account).IsPresent;
        handle.Release();
        return isKnown;
    }
}
