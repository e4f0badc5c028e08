// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>
/// A stream whose first two bytes can be looked at before it is read; works on pipes, which cannot seek.
/// </summary>
internal sealed class PeekedStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly bool _leaveOpen;
    private readonly byte[] _first = new byte[2];
    private readonly int _firstLength;
    private int _given;

    public PeekedStream(Stream inner, bool leaveOpen)
    {
        _inner = inner;
        _leaveOpen = leaveOpen;
        _firstLength = inner.ReadAtLeast(_first, _first.Length, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> First => _first.AsSpan(0, _firstLength);

    public override int Read(Span<byte> buffer)
    {
        if (_given == _firstLength)
        {
            return _inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _firstLength - _given);
        _first.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
