// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Snapshots;

/// <summary>A guard that was restored goes on as if nothing had happened.</summary>
public sealed class GuardSnapshotTests
{
    [Test]
    public void Restore_HalfWay_GivesTheVerdictsAndFindingsOfAGuardThatNeverStopped()
    {
        var traffic = new SnapshotTraffic();
        DistillationGuard whole = SnapshotTraffic.Guard();
        traffic.Send(whole, 0, traffic.Count / 2);
        List<string> expected = traffic.Send(whole, traffic.Count / 2, traffic.Count);
        DistillationGuard first = SnapshotTraffic.Guard();
        traffic.Send(first, 0, traffic.Count / 2);

        DistillationGuard second = Copy(first);
        List<string> said = traffic.Send(second, traffic.Count / 2, traffic.Count);

        Assert.That(said, Is.EqualTo(expected));
        Assert.That(SnapshotTraffic.Describe(second.Groups), Is.EqualTo(SnapshotTraffic.Describe(whole.Groups)));
        Assert.That(whole.Groups.Count(group => group.Level != VerdictLevel.None), Is.Positive, "or nothing was tested");
        Assert.That(expected, Has.Some.Contains("protocol.reasoning-replayed"), "or nothing was tested");
    }

    [Test]
    public void Restore_FindingsBeforeTheNextLook_AreThoseSaved()
    {
        DistillationGuard saved = Filled();

        DistillationGuard restored = Copy(saved);

        Assert.That(SnapshotTraffic.Describe(restored.Groups), Is.EqualTo(SnapshotTraffic.Describe(saved.Groups)));
        Assert.That(restored.Counters.Accounts, Is.EqualTo(saved.Counters.Accounts));
    }

    [Test]
    public void Restore_TablesThatOverflow_ForgetTheSameNext()
    {
        var traffic = new SnapshotTraffic();
        Action<DistillationGuardBuilder> tiny = builder => builder.Configure(options =>
        {
            options.MaxAccounts = 64;
            options.MaxSignatures = 256;
            options.Groups.MaxAccounts = 64;
            options.Groups.MaxPieces = 1_024;
            options.Groups.MaxExchanges = 1_024;
            options.Groups.MaxSketches = 64;
            options.Groups.MaxHabits = 64;
        });
        DistillationGuard whole = SnapshotTraffic.Guard(tiny);
        traffic.Send(whole, 0, traffic.Count / 2);
        DistillationGuard restored = SnapshotTraffic.Guard(tiny);
        restored.RestoreSnapshot(new MemoryStream(Save(whole)));

        List<string> expected = traffic.Send(whole, traffic.Count / 2, traffic.Count);
        List<string> said = traffic.Send(restored, traffic.Count / 2, traffic.Count);

        Assert.That(said, Is.EqualTo(expected));
        Assert.That(whole.Counters.Evictions, Is.Positive, "or nothing was tested");
        Assert.That(whole.Counters.GroupEvictions, Is.Positive, "or nothing was tested");
    }

    [Test]
    public void Restore_SuspensionsAndReleases_AreRemembered()
    {
        var traffic = new SnapshotTraffic();
        DistillationGuard whole = SnapshotTraffic.Guard();
        traffic.Send(whole, 0, traffic.Count / 2);
        whole.Record(new EnforcementNotice { Time = Samples.Start.AddDays(1), Account = "campaign-3", Action = EnforcementAction.Suspend });
        whole.RecordRelease(Samples.Start.AddDays(1), "new-model"u8);

        DistillationGuard restored = Copy(whole);
        traffic.Send(whole, traffic.Count / 2, traffic.Count);
        traffic.Send(restored, traffic.Count / 2, traffic.Count);

        Assert.That(SnapshotTraffic.Describe(restored.Groups), Is.EqualTo(SnapshotTraffic.Describe(whole.Groups)));
    }

    [Test]
    public void Save_TheSameState_IsTheSameBytes()
    {
        DistillationGuard guard = Filled();

        Assert.That(Save(guard), Is.EqualTo(Save(guard)));
        Assert.That(Save(Copy(guard)), Is.EqualTo(Save(guard)));
    }

    [Test]
    public void Restore_EmptyGuard_IsAnEmptyGuard()
    {
        DistillationGuard restored = Copy(SnapshotTraffic.Guard());

        Assert.That(restored.Counters.Accounts, Is.Zero);
        Assert.That(restored.Groups, Is.Empty);
    }

    [Test]
    public void Restore_GuardWithoutDetectors_RemembersItsAccounts()
    {
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(Samples.Secret).Build();
        guard.Inspect(Samples.Request("a"));
        DistillationGuard restored = new DistillationGuardBuilder().UseSecret(Samples.Secret).Build();

        SnapshotSummary summary = restored.RestoreSnapshot(new MemoryStream(Save(guard)));

        Assert.That(summary, Is.EqualTo(new SnapshotSummary(Samples.Start, Save(guard).Length, 1, 1, 0)));
        Assert.That(restored.Inspect(Samples.Request("a")).AccountExchanges, Is.EqualTo(2));
    }

    [Test]
    public void Save_Summary_SaysWhatItHolds()
    {
        DistillationGuard guard = Filled();
        using var stream = new MemoryStream();

        SnapshotSummary summary = guard.SaveSnapshot(stream, Samples.Start);

        Assert.That(summary.Bytes, Is.EqualTo(stream.Length));
        Assert.That(summary.Accounts, Is.EqualTo(guard.Counters.Accounts));
        Assert.That(summary.Groups, Is.EqualTo(guard.Groups.Count));
    }

    [Test]
    public void Restore_HigherLimits_TakeEverythingOver()
    {
        DistillationGuard saved = Filled();
        DistillationGuard restored = SnapshotTraffic.Guard(builder => builder.Configure(options =>
        {
            options.MaxAccounts = 50_000;
            options.MaxSignatures = 100_000;
            options.Groups.MaxPieces = 100_000;
            options.Groups.MaxExchanges = 10_000;
        }));

        restored.RestoreSnapshot(new MemoryStream(Save(saved)));

        Assert.That(restored.Counters.Accounts, Is.EqualTo(saved.Counters.Accounts));
        Assert.That(SnapshotTraffic.Describe(restored.Groups), Is.EqualTo(SnapshotTraffic.Describe(saved.Groups)));
    }

    [Test]
    public void Save_NoSecret_SaysWhatToDo() =>
        Assert.That(
            () => new DistillationGuardBuilder().Build().SaveSnapshot(Stream.Null, Samples.Start),
            Throws.InvalidOperationException.With.Message.Contains("UseSecret"));

    [Test]
    public void Restore_GuardThatHasSeenRequests_Refuses()
    {
        byte[] snapshot = Save(Filled());
        DistillationGuard busy = SnapshotTraffic.Guard();
        busy.Inspect(Samples.Request("a"));

        Assert.That(
            () => busy.RestoreSnapshot(new MemoryStream(snapshot)),
            Throws.InvalidOperationException.With.Message.Contains("before the first request"));
    }

    [Test]
    public void Save_StreamThatWritesNoMore_ThrowsAndTheGuardGoesOn()
    {
        DistillationGuard guard = Filled();

        Assert.That(() => guard.SaveSnapshot(new FullStream(room: 100_000), Samples.Start), Throws.TypeOf<IOException>());
        Assert.That(guard.Inspect(Samples.Request("a")).IsEvaluated, Is.True);
        Assert.That(guard.AnalyzeNow(Samples.Start.AddDays(3)), Is.True, "no look is locked out");
    }

    internal static byte[] Save(DistillationGuard guard)
    {
        using var stream = new MemoryStream();
        guard.SaveSnapshot(stream, Samples.Start);
        return stream.ToArray();
    }

    internal static DistillationGuard Filled()
    {
        var traffic = new SnapshotTraffic(exchangesPerAccount: 12);
        DistillationGuard guard = SnapshotTraffic.Guard();
        traffic.Send(guard, 0, traffic.Count);
        return guard;
    }

    private static DistillationGuard Copy(DistillationGuard guard)
    {
        DistillationGuard copy = SnapshotTraffic.Guard();
        copy.RestoreSnapshot(new MemoryStream(Save(guard)));
        return copy;
    }
}
