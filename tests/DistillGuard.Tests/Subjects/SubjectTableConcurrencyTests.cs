// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectTableConcurrencyTests
{
    private const int Threads = 4;
    private const int Operations = 200_000;

    [Test]
    public void Hold_FourThreadsOnSubjectsThatFit_LosesNoUpdate()
    {
        const int Subjects = 500;
        SubjectTable table = Create(2_000, out StateSlot<CountedState> slot);

        Crowd.Run(Threads, number =>
        {
            var random = new Random(number);
            for (int i = 0; i < Operations; i++)
            {
                SubjectHandle handle = table.Hold(Key(random.Next(Subjects)));
                handle.Profile(SubjectKind.Account).State(slot).Count++;
                handle.Release();
            }
        });

        long total = 0;
        for (int id = 0; id < Subjects; id++)
        {
            SubjectHandle handle = table.Hold(Key(id));
            total += handle.Profile(SubjectKind.Account).State(slot).Count;
            handle.Release();
        }

        Assert.That(total, Is.EqualTo((long)Threads * Operations));
    }

    [Test]
    public void Hold_FourThreadsOnFarMoreSubjectsThanFit_NeverSharesOrMixesAProfile()
    {
        SubjectTable table = Create(64, out StateSlot<CountedState> slot);
        int shared = 0;
        int mixed = 0;

        Crowd.Run(Threads, number =>
        {
            var random = new Random(number);
            for (int i = 0; i < Operations; i++)
            {
                SubjectKey key = Key(random.Next(200));
                SubjectHandle handle = table.Hold(key);
                if (!handle.Profile(SubjectKind.Account).IsPresent)
                {
                    continue;
                }

                ref CountedState state = ref handle.Profile(SubjectKind.Account).State(slot);
                Interlocked.Add(ref shared, Interlocked.Exchange(ref state.Inside, 1));
                Interlocked.Add(ref mixed, state.KeySeen != 0 && state.KeySeen != (long)key.High ? 1 : 0);
                state.KeySeen = (long)key.High;
                state.Inside = 0;
                handle.Release();
            }
        });

        Assert.That((shared, mixed, table.Count), Is.EqualTo((0, 0, 64)));
    }

    [Test]
    public void HoldKnown_WhileOthersEvict_NeverSeesAnothersState()
    {
        SubjectTable table = Create(64, out StateSlot<CountedState> slot);
        int mixed = 0;

        Crowd.Run(Threads, number =>
        {
            var random = new Random(number);
            for (int i = 0; i < Operations; i++)
            {
                SubjectKey key = Key(random.Next(100));
                SubjectHandle handle = number % 2 == 0 ? table.Hold(key) : table.HoldKnown(key);
                if (handle.Profile(SubjectKind.Account).IsPresent)
                {
                    ref CountedState state = ref handle.Profile(SubjectKind.Account).State(slot);
                    Interlocked.Add(ref mixed, state.KeySeen != 0 && state.KeySeen != (long)key.High ? 1 : 0);
                    state.KeySeen = (long)key.High;
                }

                handle.Release();
            }
        });

        Assert.That(mixed, Is.Zero);
    }

    private static SubjectTable Create(int capacity, out StateSlot<CountedState> slot)
    {
        var layout = new SubjectLayout();
        slot = layout.Reserve<CountedState>(SubjectKind.Account);
        return new SubjectTable(SubjectKind.Account, capacity, layout);
    }

    private static SubjectKey Key(int id) => new((ulong)id * 0x9E3779B97F4A7C15, ((ulong)id + 1) * 0xD1B54A32D192ED03);
}
