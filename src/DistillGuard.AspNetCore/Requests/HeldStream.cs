// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Borrowed bytes as a stream, for decompressors; it copies nothing before it is read.</summary>
internal sealed class HeldStream : ForwardStream
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _position;

    public HeldStream(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _bytes.Length - _position);
        _bytes.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
