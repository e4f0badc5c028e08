// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using DistillGuard.Subjects;
using DistillGuard.Support;

namespace DistillGuard.Snapshots;

/// <summary>What is not whole, not ours or does not fit is refused with a reason, and leaves the guard as empty as it was.</summary>
public sealed class SnapshotRefusalTests
{
    private byte[] _snapshot = [];
    private DistillationGuard _guard = null!;

    [OneTimeSetUp]
    public void Save()
    {
        _snapshot = GuardSnapshotTests.Save(GuardSnapshotTests.Filled());
        _guard = SnapshotTraffic.Guard();
    }

    [Test]
    public void Restore_AnyByteChanged_IsRefused()
    {
        foreach (int at in Positions(2_000))
        {
            byte[] changed = [.. _snapshot];
            changed[at] ^= (byte)(1 << (at % 8));

            Assert.That(() => Restore(changed), Throws.TypeOf<SnapshotException>(), $"byte {at}");
            AssertEmpty();
        }
    }

    [Test]
    public void Restore_CutAnywhere_IsRefused()
    {
        foreach (int length in Positions(1_000))
        {
            Assert.That(() => Restore(_snapshot[..length]), Throws.TypeOf<SnapshotException>(), $"{length} bytes");
            AssertEmpty();
        }
    }

    [Test]
    public void Restore_CutInTheMiddle_SaysWhere() =>
        Assert.That(
            () => Restore(_snapshot[..(_snapshot.Length / 2)]),
            Throws.TypeOf<SnapshotException>().With.Property("Fault").EqualTo(SnapshotFault.CutShort)
                .And.Message.Contains($"byte {_snapshot.Length / 2}").And.Message.Contains("starts empty"));

    [Test]
    public void Restore_BytesBehindTheEnd_IsRefused() =>
        Assert.That(() => Restore([.. _snapshot, 0]), Throws.TypeOf<SnapshotException>().With.Message.Contains("follow"));

    [Test]
    public void Restore_TwoBlocksExchanged_IsRefused()
    {
        const int Block = sizeof(int) + SnapshotFormat.BlockLength + SnapshotFormat.TagLength;
        int first = 16 + BinaryPrimitives.ReadInt32LittleEndian(_snapshot.AsSpan(12)) + SnapshotFormat.TagLength;
        byte[] changed = [.. _snapshot[..first], .. _snapshot[(first + Block)..(first + (2 * Block))], .. _snapshot[first..(first + Block)], .. _snapshot[(first + (2 * Block))..]];

        Assert.That(() => Restore(changed), Throws.TypeOf<SnapshotException>().With.Property("Fault").EqualTo(SnapshotFault.Damaged));
    }

    [Test]
    public void Restore_NotASnapshot_IsRefused() =>
        Assert.That(
            () => Restore("{\"time\":\"2026-01-01T00:00:00.000Z\"}"u8.ToArray()),
            Throws.TypeOf<SnapshotException>().With.Property("Fault").EqualTo(SnapshotFault.NotASnapshot));

    [Test]
    public void Restore_LaterVersion_SaysBothVersions()
    {
        byte[] later = [.. _snapshot];
        later[8]++;

        Assert.That(
            () => Restore(later),
            Throws.TypeOf<SnapshotException>().With.Property("Fault").EqualTo(SnapshotFault.OtherVersion)
                .And.Message.Contains($"is {SnapshotFormat.Version + 1}").And.Message.Contains($"format {SnapshotFormat.Version}"));
    }

    [Test]
    public void Restore_OtherSecret_IsRefused() =>
        AssertRefused(
            SnapshotTraffic.Guard(builder => builder.UseSecret(new byte[16])), SnapshotFault.OtherSecret, "another secret");

    [Test]
    public void Restore_DetectorAdded_NamesIt() =>
        AssertRefused(
            SnapshotTraffic.Guard(builder => builder.Add("counting", static layout =>
            {
                layout.Reserve<CountedState>(SubjectKind.Account);
                return new DelegateDetector("counting");
            })),
            SnapshotFault.OtherLayout,
            "only this guard has counting (");

    [Test]
    public void Restore_DetectorRemoved_NamesIt()
    {
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(Samples.Secret).AddTemplateReuse().AddRateAnomaly().Build();

        AssertRefused(guard, SnapshotFault.OtherLayout, "only the snapshot has prompt-pattern (");
    }

    [Test]
    public void Restore_NoAnalysisPlane_IsRefused()
    {
        byte[] snapshot = GuardSnapshotTests.Save(new DistillationGuardBuilder().UseSecret(Samples.Secret).AddTemplateReuse().Build());
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(Samples.Secret).Build();

        Assert.That(
            () => guard.RestoreSnapshot(new MemoryStream(snapshot)),
            Throws.TypeOf<SnapshotException>().With.Message.Contains("no analyzer of groups"));
    }

    [Test]
    public void Restore_LowerLimits_NamesThemAll()
    {
        DistillationGuard guard = SnapshotTraffic.Guard(builder => builder.Configure(options =>
        {
            options.MaxAccounts = 100;
            options.Groups.MaxHabits = 64;
        }));

        AssertRefused(guard, SnapshotFault.OtherOptions, "MaxAccounts is 100 here and was 512, Groups.MaxHabits is 64 here and was 256");
    }

    [Test]
    public void Restore_AfterARefusal_TakesTheNextSnapshot()
    {
        DistillationGuard guard = SnapshotTraffic.Guard();
        byte[] damaged = [.. _snapshot];
        damaged[^40] ^= 1;
        Assert.That(() => guard.RestoreSnapshot(new MemoryStream(damaged)), Throws.TypeOf<SnapshotException>());

        guard.RestoreSnapshot(new MemoryStream(_snapshot));

        Assert.That(GuardSnapshotTests.Save(guard), Is.EqualTo(_snapshot));
    }

    [Test]
    public void Restore_HeaderOfSomebodyElse_IsRefused()
    {
        // A right checksum, which anybody can make, over other content.
        byte[] header = new byte[16 + 40 + SnapshotFormat.TagLength];
        _snapshot.AsSpan(0, 12).CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), 40);
        header.AsSpan(16, 40).Fill(0xFF);
        header[16] = 1;
        SnapshotFormat.TagHeader(header.AsSpan(0, 56), header.AsSpan(56));

        Assert.That(() => Restore(header), Throws.TypeOf<SnapshotException>());
    }

    private static void AssertRefused(DistillationGuard guard, SnapshotFault fault, string message) =>
        Assert.That(
            () => guard.RestoreSnapshot(new MemoryStream(GuardSnapshotTests.Save(GuardSnapshotTests.Filled()))),
            Throws.TypeOf<SnapshotException>().With.Property("Fault").EqualTo(fault).And.Message.Contains(message));

    private void Restore(byte[] bytes) => _guard.RestoreSnapshot(new MemoryStream(bytes));

    private void AssertEmpty()
    {
        Assert.That(_guard.Counters.Accounts, Is.Zero);
        Assert.That(_guard.Groups, Is.Empty);
    }

    // The header whole, then here and there, the ends of the last blocks whole.
    private IEnumerable<int> Positions(int count)
    {
        int step = Math.Max(1, _snapshot.Length / count);
        return Enumerable.Range(0, 80)
            .Concat(Enumerable.Range(0, _snapshot.Length / step).Select(i => i * step))
            .Concat(Enumerable.Range(_snapshot.Length - 80, 80));
    }
}
