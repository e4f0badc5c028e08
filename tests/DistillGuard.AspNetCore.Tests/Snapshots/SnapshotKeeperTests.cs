// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>The guard's memory on disk: replaced whole, refused aloud, never in the host's way.</summary>
public sealed class SnapshotKeeperTests
{
    private TemporaryState _state = null!;
    private SnapshotStatus _status = null!;
    private RecordingLogger _log = null!;

    [SetUp]
    public void Begin()
    {
        _state = new TemporaryState();
        _status = new SnapshotStatus();
        _log = new RecordingLogger();
    }

    [TearDown]
    public void End() => _state.Dispose();

    [Test]
    public void Restore_AfterASave_GoesOnFromIt()
    {
        Keeper(TemporaryState.Filled(3)).Save();
        DistillationGuard restored = TemporaryState.Guard();

        Keeper(restored).Restore();

        Assert.That(TemporaryState.Send(restored, "account-1"), Is.EqualTo(2));
        Assert.That((_status.Saves, _status.Restored?.Accounts, _status.Refusal), Is.EqualTo((1L, 3L, (string?)null)));
    }

    [Test]
    public void Save_Twice_KeepsOnePreviousAndNothingElse()
    {
        DistillationGuard guard = TemporaryState.Filled(1);
        SnapshotKeeper keeper = Keeper(guard);
        keeper.Save();
        byte[] first = File.ReadAllBytes(_state.Path);
        TemporaryState.Send(guard, "another");
        keeper.Save();
        keeper.Save();

        Assert.That(Directory.GetFiles(_state.Folder), Is.EquivalentTo(new[] { _state.Path, _state.Path + ".previous" }));
        Assert.That(File.ReadAllBytes(_state.Path), Is.Not.EqualTo(first));
    }

    [Test]
    public void Restore_NothingThere_StartsEmptyWithoutAComplaint()
    {
        Keeper(TemporaryState.Guard()).Restore();

        Assert.That((_status.Restored, _status.Refusal), Is.EqualTo(((SnapshotSummary?)null, (string?)null)));
        Assert.That(_log.Levels, Has.None.GreaterThanOrEqualTo(LogLevel.Warning));
    }

    [Test]
    public void Restore_LatestDamaged_GoesOnFromThePrevious()
    {
        SnapshotKeeper keeper = Keeper(TemporaryState.Filled(2));
        keeper.Save();
        keeper.Save();
        Damage(_state.Path);
        DistillationGuard restored = TemporaryState.Guard();

        Keeper(restored).Restore();

        Assert.That(_status.Restored?.Accounts, Is.EqualTo(2));
        Assert.That(_status.Refusal, Does.Contain(_state.Path).And.Contain("checksum"));
        Assert.That(File.Exists(_state.Path + ".refused"), Is.True);
    }

    [Test]
    public void Restore_CrashBetweenTheTwoMoves_GoesOnFromThePrevious()
    {
        Keeper(TemporaryState.Filled(2)).Save();
        File.Move(_state.Path, _state.Path + ".previous");
        DistillationGuard restored = TemporaryState.Guard();

        Keeper(restored).Restore();

        Assert.That(_status.Restored?.Accounts, Is.EqualTo(2));
    }

    [Test]
    public void Restore_CrashWhileSaving_LeavesTheOldOne()
    {
        Keeper(TemporaryState.Filled(2)).Save();
        File.WriteAllBytes(_state.Path + ".unfinished", [1, 2, 3]);
        DistillationGuard restored = TemporaryState.Guard();

        Keeper(restored).Restore();

        Assert.That((_status.Restored?.Accounts, _status.Refusal), Is.EqualTo((2L, (string?)null)));
    }

    [Test]
    public void Restore_OtherSecret_StartsEmptyAndKeepsTheFileForLater()
    {
        Keeper(TemporaryState.Filled(2)).Save();
        byte[] snapshot = File.ReadAllBytes(_state.Path);
        DistillationGuard other = TemporaryState.Guard(secret: 9);
        SnapshotKeeper keeper = Keeper(other);

        keeper.Restore();
        keeper.Save();
        keeper.Save();

        Assert.That(other.Counters.Accounts, Is.Zero);
        Assert.That(_status.Refusal, Does.Contain("another secret"));
        Assert.That(File.ReadAllBytes(_state.Path + ".refused"), Is.EqualTo(snapshot));
        Assert.That(_log.Levels, Has.Exactly(1).EqualTo(LogLevel.Warning));
    }

    [Test]
    public void Save_FolderGone_IsCountedAndLoggedOnce()
    {
        SnapshotKeeper keeper = Keeper(TemporaryState.Filled(2), Path.Combine(_state.Folder, "gone", "guard.snapshot"));

        keeper.Save();
        keeper.Save();
        keeper.Save();

        Assert.That((_status.Saves, _status.Failures), Is.EqualTo((0L, 3L)));
        Assert.That(_status.Problem, Does.Contain("gone").And.Contain("tried again"));
        Assert.That(_log.Levels, Is.EqualTo(new[] { LogLevel.Error }));
    }

    [Test]
    public void Save_FolderBack_SavesAgainAndSaysSo()
    {
        string folder = Path.Combine(_state.Folder, "later");
        SnapshotKeeper keeper = Keeper(TemporaryState.Filled(2), Path.Combine(folder, "guard.snapshot"));
        keeper.Save();

        Directory.CreateDirectory(folder);
        keeper.Save();

        Assert.That((_status.Saves, _status.Failures, _status.Problem), Is.EqualTo((1L, 1L, (string?)null)));
        Assert.That(_log.Levels, Is.EqualTo(new[] { LogLevel.Error, LogLevel.Information }));
    }

    [Test]
    public void Restore_PathIsAFolder_StartsEmptyAndSaysWhy()
    {
        Directory.CreateDirectory(_state.Path);

        Assert.That(() => Keeper(TemporaryState.Guard()).Restore(), Throws.Nothing);
        Assert.That(_status.Restored, Is.Null);
    }

    private static void Damage(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^30] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private SnapshotKeeper Keeper(DistillationGuard guard, string? path = null) =>
        new(guard, new SnapshotFile(path ?? _state.Path), _status, new FakeTimeProvider(), _log);
}
