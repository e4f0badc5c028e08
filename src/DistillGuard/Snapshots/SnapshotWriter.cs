// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>Writes the content of a snapshot as a chain of blocks, each tagged with the key and the tag before it. Not thread-safe.</summary>
/// <remarks>It holds one block of 64 KiB, whatever is written.</remarks>
internal sealed class SnapshotWriter
{
    private const int Start = SnapshotFormat.TagLength + SnapshotFormat.LengthLength;
    private const int ValuesAtOnce = 1024;

    private readonly Stream _stream;
    private readonly SipHash _key;

    // The tag before, the length, the content, then room for the tag: what is hashed lies in one piece.
    private readonly byte[] _block = new byte[Start + SnapshotFormat.BlockLength + SnapshotFormat.TagLength];
    private int _used;

    /// <summary>Begins the chain behind a header.</summary>
    public SnapshotWriter(Stream stream, SipHash key, ReadOnlySpan<byte> headerTag)
    {
        _stream = stream;
        _key = key;
        headerTag.CopyTo(_block);
    }

    /// <summary>Bytes that stand in the stream.</summary>
    public long Bytes { get; private set; }

    /// <summary>Begins a part: its name is read back before anything of it.</summary>
    public void Begin(string part) => WriteText(part);

    public void Write<T>(T value)
        where T : unmanaged => WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>Writes plain values as they stand in memory.</summary>
    public void WriteAll<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        // Not all at once: the bytes of a large table are more than a span can count.
        for (; !values.IsEmpty; values = values[Math.Min(ValuesAtOnce, values.Length)..])
        {
            WriteBytes(MemoryMarshal.AsBytes(values[..Math.Min(ValuesAtOnce, values.Length)]));
        }
    }

    public void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        WriteBytes(bytes);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int taken = Math.Min(bytes.Length, SnapshotFormat.BlockLength - _used);
            bytes[..taken].CopyTo(_block.AsSpan(Start + _used));
            _used += taken;
            bytes = bytes[taken..];
            if (_used == SnapshotFormat.BlockLength)
            {
                WriteBlock();
            }
        }
    }

    /// <summary>Writes what is left and the empty block that ends the chain.</summary>
    public void End()
    {
        if (_used > 0)
        {
            WriteBlock();
        }

        WriteBlock();
    }

    private void WriteBlock()
    {
        BinaryPrimitives.WriteInt32LittleEndian(_block.AsSpan(SnapshotFormat.TagLength), _used);
        Span<byte> tag = _block.AsSpan(Start + _used, SnapshotFormat.TagLength);
        SnapshotFormat.Write(_key.Hash(_block.AsSpan(0, Start + _used)), tag);
        ReadOnlySpan<byte> written = _block.AsSpan(SnapshotFormat.TagLength, SnapshotFormat.LengthLength + _used + SnapshotFormat.TagLength);
        _stream.Write(written);
        Bytes += written.Length;
        tag.CopyTo(_block);
        _used = 0;
    }
}
