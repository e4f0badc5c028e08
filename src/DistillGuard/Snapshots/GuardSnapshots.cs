// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using DistillGuard.Groups;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>Saves what a guard remembers, and restores it: all or nothing.</summary>
internal sealed class GuardSnapshots
{
    private const int FixedLength = 16; // mark, version, length of the header

    private readonly SnapshotIdentity _identity;
    private readonly SipHash _key;
    private readonly SubjectMemory _memory;
    private readonly GroupPlane? _groups;

    public GuardSnapshots(SnapshotIdentity identity, SipHash key, SubjectMemory memory, GroupPlane? groups)
    {
        _identity = identity;
        _key = key;
        _memory = memory;
        _groups = groups;
    }

    /// <summary>What is remembered of subjects, detector by detector.</summary>
    public IReadOnlyList<SnapshotSlot> Slots => _identity.Slots;

    /// <summary>Writes a snapshot.</summary>
    /// <remarks>
    /// Subjects first, the analysis plane last: a profile may say that its account belongs to a group, and that group must be in what follows.
    /// </remarks>
    public SnapshotSummary Save(Stream stream, DateTimeOffset time)
    {
        byte[] header = WriteHeader(_identity.Write(time));
        stream.Write(header);
        var writer = new SnapshotWriter(stream, _key, header.AsSpan(^SnapshotFormat.TagLength..));
        long subjects = _memory.Save(writer, out int accounts);
        int groups = _groups?.Save(writer) ?? 0;
        writer.End();
        return new SnapshotSummary(time.ToUniversalTime(), header.Length + writer.Bytes, subjects, accounts, groups);
    }

    /// <summary>Takes a snapshot over into an empty guard, or leaves it empty.</summary>
    public SnapshotSummary Restore(Stream stream)
    {
        if (!_memory.IsEmpty || _groups is { IsEmpty: false })
        {
            throw new InvalidOperationException(
                "The guard has seen requests, and a snapshot would mix with what it remembers of them. Restore it before the first request.");
        }

        byte[] header = ReadHeader(stream);
        DateTimeOffset saved = _identity.Check(header.AsSpan(FixedLength..^SnapshotFormat.TagLength));
        var reader = new SnapshotReader(stream, _key, header.AsSpan(^SnapshotFormat.TagLength..), header.Length);
        GroupTracker? tracker;
        try
        {
            _memory.Load(reader);
            tracker = _groups?.Load(reader);
            reader.End();
        }
        catch
        {
            _memory.Clear();
            throw;
        }

        if (tracker is not null)
        {
            _groups?.Adopt(tracker);
        }

        return new SnapshotSummary(saved, reader.Bytes, _memory.Count, _memory.Accounts, _groups?.Findings.Count ?? 0);
    }

    private static byte[] WriteHeader(byte[] content)
    {
        byte[] header = new byte[FixedLength + content.Length + SnapshotFormat.TagLength];
        SnapshotFormat.Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(SnapshotFormat.Mark.Length), SnapshotFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(SnapshotFormat.Mark.Length + sizeof(int)), content.Length);
        content.CopyTo(header, FixedLength);
        SnapshotFormat.TagHeader(header.AsSpan(0, FixedLength + content.Length), header.AsSpan(FixedLength + content.Length));
        return header;
    }

    // What it is, of which version, whether it is whole: in this order, so that the first thing that is wrong is the one that is said.
    private static byte[] ReadHeader(Stream stream)
    {
        byte[] start = new byte[FixedLength];
        int read = stream.ReadAtLeast(start, FixedLength, throwOnEndOfStream: false);
        if (read < SnapshotFormat.Mark.Length || !start.AsSpan().StartsWith(SnapshotFormat.Mark))
        {
            throw new SnapshotException(
                SnapshotFault.NotASnapshot, $"snapshot: byte 0: it does not begin as a snapshot does, so it is none, or its first bytes are lost. {SnapshotFormat.Remedy}");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(SnapshotFormat.Mark.Length));
        if (read >= SnapshotFormat.Mark.Length + sizeof(int) && version != SnapshotFormat.Version)
        {
            throw new SnapshotException(
                SnapshotFault.OtherVersion, $"snapshot: byte 8: its format is {version}; this build reads format {SnapshotFormat.Version}. {SnapshotFormat.Remedy}");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(SnapshotFormat.Mark.Length + sizeof(int)));
        if (read < FixedLength || length is < 0 or > SnapshotFormat.MostHeader)
        {
            throw new SnapshotException(
                read < FixedLength ? SnapshotFault.CutShort : SnapshotFault.Damaged,
                $"snapshot: byte {Math.Min(read, FixedLength - sizeof(int))}: its header is not whole. {SnapshotFormat.Remedy}");
        }

        byte[] header = new byte[FixedLength + length + SnapshotFormat.TagLength];
        start.CopyTo(header, 0);
        SnapshotReader.Fill(stream, header.AsSpan(FixedLength), FixedLength);
        Span<byte> tag = stackalloc byte[SnapshotFormat.TagLength];
        SnapshotFormat.TagHeader(header.AsSpan(0, FixedLength + length), tag);
        if (!tag.SequenceEqual(header.AsSpan(FixedLength + length)))
        {
            throw new SnapshotException(
                SnapshotFault.Damaged, $"snapshot: header: it does not match its checksum, so bytes were changed. {SnapshotFormat.Remedy}");
        }

        return header;
    }
}
