// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Gives its bytes and then fails, as a disk or a pipe may.</summary>
internal sealed class FailingStream : ReadOnlyStream
{
    private readonly byte[] _bytes;
    private bool _isGiven;

    public FailingStream(byte[] bytes) => _bytes = bytes;

    public override int Read(Span<byte> buffer)
    {
        if (_isGiven && !buffer.IsEmpty)
        {
            throw new IOException("the cable is out");
        }

        // Two bytes are looked at before all others are asked for.
        using var bytes = new MemoryStream(_bytes);
        if (buffer.Length > 2)
        {
            bytes.Position = 2;
            _isGiven = true;
        }

        return bytes.Read(buffer);
    }
}
