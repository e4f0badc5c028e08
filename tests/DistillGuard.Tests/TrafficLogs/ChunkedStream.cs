// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Gives its bytes in pieces of at most a given size, as pipes and sockets do.</summary>
internal sealed class ChunkedStream : ReadOnlyStream
{
    private readonly byte[] _bytes;
    private readonly int _chunk;
    private int _position;

    public ChunkedStream(byte[] bytes, int chunk)
    {
        _bytes = bytes;
        _chunk = chunk;
    }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(_chunk, buffer.Length), _bytes.Length - _position);
        _bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
