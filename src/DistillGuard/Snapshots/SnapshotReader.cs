// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>Reads the content of a snapshot block by block; nothing is handed out before its tag was found right. Not thread-safe.</summary>
internal sealed class SnapshotReader
{
    private const int Start = SnapshotFormat.TagLength + SnapshotFormat.LengthLength;
    private const int ValuesAtOnce = 1024;
    private const int LongestText = 64 * 1024;

    private readonly Stream _stream;
    private readonly SipHash _key;
    private readonly byte[] _block = new byte[Start + SnapshotFormat.BlockLength + SnapshotFormat.TagLength];
    private int _position = Start;
    private int _end = Start;
    private int _blocks;

    /// <summary>Begins the chain behind a header.</summary>
    /// <param name="stream">Stands behind the header's tag.</param>
    /// <param name="key">The key of the blocks.</param>
    /// <param name="headerTag">The header's tag.</param>
    /// <param name="bytes">Bytes read so far.</param>
    public SnapshotReader(Stream stream, SipHash key, ReadOnlySpan<byte> headerTag, long bytes)
    {
        _stream = stream;
        _key = key;
        headerTag.CopyTo(_block);
        Bytes = bytes;
    }

    /// <summary>Bytes read from the stream.</summary>
    public long Bytes { get; private set; }

    /// <summary>Reads the name with which a part begins.</summary>
    public void Begin(string part)
    {
        string found = ReadText();
        if (found != part)
        {
            throw Misfit($"'{found}' stands where '{part}' should");
        }
    }

    public T Read<T>()
        where T : unmanaged
    {
        T value = default;
        ReadBytes(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    public void ReadAll<T>(Span<T> values)
        where T : unmanaged
    {
        for (; !values.IsEmpty; values = values[Math.Min(ValuesAtOnce, values.Length)..])
        {
            ReadBytes(MemoryMarshal.AsBytes(values[..Math.Min(ValuesAtOnce, values.Length)]));
        }
    }

    /// <summary>Reads a number of things that must have room.</summary>
    public int ReadCount(int most, string things)
    {
        int count = Read<int>();
        return count >= 0 && count <= most
            ? count
            : throw Misfit(string.Create(CultureInfo.InvariantCulture, $"it holds {count} {things}, and here is room for {most}"));
    }

    public string ReadText()
    {
        byte[] bytes = new byte[ReadCount(LongestText, "bytes of a text")];
        ReadBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public void ReadBytes(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_position == _end && !ReadBlock())
            {
                throw Misfit("its content ends too early");
            }

            int taken = Math.Min(bytes.Length, _end - _position);
            _block.AsSpan(_position, taken).CopyTo(bytes);
            _position += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Makes sure that the chain ends here, and the stream with it.</summary>
    public void End()
    {
        if (_position != _end || ReadBlock())
        {
            throw Misfit("content is left over");
        }

        if (_stream.ReadByte() >= 0)
        {
            throw new SnapshotException(SnapshotFault.Damaged, $"snapshot: byte {Bytes}: bytes follow its end, so it is not what was written. {SnapshotFormat.Remedy}");
        }
    }

    /// <summary>Fills a span from a stream, or says at which byte the stream ended.</summary>
    public static void Fill(Stream stream, Span<byte> bytes, long at)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw new SnapshotException(
                SnapshotFault.CutShort, $"snapshot: byte {at + read}: it ends here, in the middle of what was written. {SnapshotFormat.Remedy}");
        }
    }

    // The bytes are genuine, and still do not fit: a state of the library changed its meaning without a new version.
    private SnapshotException Misfit(string reason) =>
        new(SnapshotFault.OtherVersion, $"snapshot: block {_blocks}: {reason}, so another version of DistillGuard wrote it. {SnapshotFormat.Remedy}");

    private bool ReadBlock()
    {
        Fill(_stream, _block.AsSpan(SnapshotFormat.TagLength, SnapshotFormat.LengthLength), Bytes);
        int length = BinaryPrimitives.ReadInt32LittleEndian(_block.AsSpan(SnapshotFormat.TagLength));
        if (length is < 0 or > SnapshotFormat.BlockLength)
        {
            throw Damaged();
        }

        Span<byte> tag = stackalloc byte[SnapshotFormat.TagLength];
        Fill(_stream, _block.AsSpan(Start, length + SnapshotFormat.TagLength), Bytes + SnapshotFormat.LengthLength);
        SnapshotFormat.Write(_key.Hash(_block.AsSpan(0, Start + length)), tag);
        if (!tag.SequenceEqual(_block.AsSpan(Start + length, SnapshotFormat.TagLength)))
        {
            throw Damaged();
        }

        tag.CopyTo(_block);
        Bytes += SnapshotFormat.LengthLength + length + SnapshotFormat.TagLength;
        _blocks++;
        _position = Start;
        _end = Start + length;
        return length > 0;
    }

    private SnapshotException Damaged() => new(
        SnapshotFault.Damaged,
        $"snapshot: block {_blocks} at byte {Bytes}: it does not match its checksum, so bytes were changed, lost or added. {SnapshotFormat.Remedy}");
}
