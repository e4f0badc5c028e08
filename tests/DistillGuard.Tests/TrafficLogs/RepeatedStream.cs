// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Gives one text again and again up to a length, so that a large log needs neither disk nor memory.</summary>
internal sealed class RepeatedStream : ReadOnlyStream
{
    private readonly byte[] _text;
    private readonly long _length;
    private long _position;

    public RepeatedStream(byte[] text, long times)
    {
        _text = text;
        _length = text.Length * times;
    }

    public override int Read(Span<byte> buffer)
    {
        int start = (int)(_position % _text.Length);
        int count = (int)Math.Min(Math.Min(buffer.Length, _text.Length - start), _length - _position);
        _text.AsSpan(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
