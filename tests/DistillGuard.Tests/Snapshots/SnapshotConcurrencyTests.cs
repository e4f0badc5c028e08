// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Subjects;
using DistillGuard.Support;

namespace DistillGuard.Snapshots;

/// <summary>Saving while requests come in: every profile is whole, and nobody waits for the disk.</summary>
public sealed class SnapshotConcurrencyTests
{
    private const int Accounts = 200;

    [Test]
    [CancelAfter(60_000)]
    public async Task Save_RequestsMeanwhile_CopiesEveryProfileWhole(CancellationToken stop)
    {
        DistillationGuard guard = Build(out _);
        var stopped = new StrongBox();
        Task[] senders = [.. Enumerable.Range(0, 3).Select(sender => Task.Run(() => SendUntil(guard, sender, stopped), stop))];
        byte[][] snapshots = [.. Enumerable.Range(0, 20).Select(_ => GuardSnapshotTests.Save(guard))];
        stopped.Value = true;
        await Task.WhenAll(senders).WaitAsync(stop);

        foreach (byte[] snapshot in snapshots)
        {
            DistillationGuard restored = Build(out StateSlot<PairState> slot);
            restored.RestoreSnapshot(new MemoryStream(snapshot));
            Assert.That(TornProfiles(restored, slot), Is.Zero);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Save_DiskThatHangs_LetsRequestsThrough(CancellationToken stop)
    {
        DistillationGuard guard = GuardSnapshotTests.Filled();
        using var stream = new HangingStream();
        Task save = Task.Run(() => guard.SaveSnapshot(stream, Samples.Start), stop);
        await stream.Reached.WaitAsync(stop);

        for (int i = 0; i < 1_000; i++)
        {
            Assert.That(guard.Inspect(Samples.Request(Name(i), Samples.Start.AddDays(3))).IsEvaluated, Is.True);
        }

        stream.GoOn();
        await save.WaitAsync(stop);
    }

    private static void SendUntil(DistillationGuard guard, int sender, StrongBox stopped)
    {
        for (int i = sender; !Volatile.Read(ref stopped.Value); i++)
        {
            guard.Inspect(Samples.Request(Name(i % Accounts)));
        }
    }

    private static string Name(int account) => account.ToString(CultureInfo.InvariantCulture);

    private static DistillationGuard Build(out StateSlot<PairState> slot)
    {
        StateSlot<PairState> reserved = default;
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseSecret(Samples.Secret)
            .Configure(options => options.MaxAccounts = Accounts / 2)
            .Add("pair", layout =>
            {
                reserved = layout.Reserve<PairState>(SubjectKind.Account);
                return new DelegateDetector("pair", (in context, ref _) => Raise(ref context.Account.State(reserved), context.Account.Key));
            })
            .Build();
        slot = reserved;
        return guard;
    }

    private static void Raise(ref PairState state, SubjectKey key)
    {
        state.First++;
        state.KeyOfFirst = key.Low;
        Thread.SpinWait(20);
        state.Second++;
        state.KeyOfSecond = key.Low;
    }

    private static int TornProfiles(DistillationGuard guard, StateSlot<PairState> slot)
    {
        int torn = 0;
        var hasher = new SubjectHasher(Samples.Secret);
        for (int i = 0; i < Accounts; i++)
        {
            SubjectKey key = hasher.HashAccount(Name(i));
            HeldSubjects held = guard.Memory.HoldKnown(new SubjectKeys { Account = key });
            if (held.Account.IsPresent)
            {
                PairState state = held.Account.State(slot);
                bool isWhole = state.First == state.Second && (state.First == 0 || (state.KeyOfFirst == key.Low && state.KeyOfSecond == key.Low));
                torn += isWhole ? 0 : 1;
            }

            held.Release();
        }

        return torn;
    }

    private sealed class StrongBox
    {
        public bool Value;
    }

    private struct PairState
    {
        public long First;
        public ulong KeyOfFirst;
        public long Second;
        public ulong KeyOfSecond;
    }
}
