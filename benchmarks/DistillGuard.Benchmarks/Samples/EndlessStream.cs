// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>Gives the same bytes again and again, so that a reader can be measured line by line once it has warmed up.</summary>
internal sealed class EndlessStream : Stream
{
    private readonly byte[] _content;
    private int _position;

    public EndlessStream(byte[] content) => _content = content;

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
        int length = Math.Min(buffer.Length, _content.Length - _position);
        _content.AsSpan(_position, length).CopyTo(buffer);
        _position = (_position + length) % _content.Length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
