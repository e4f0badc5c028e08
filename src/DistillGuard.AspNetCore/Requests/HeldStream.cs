// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Borrowed bytes as a stream, for decompressors; it copies nothing before it is read.</summary>
internal sealed class HeldStream : Stream
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _position;

    public HeldStream(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _bytes.Length - _position);
        _bytes.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
