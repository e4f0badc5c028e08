// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>A disk that is full after so many bytes.</summary>
internal sealed class FullStream : MemoryStream
{
    private readonly int _room;

    public FullStream(int room) => _room = room;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > _room)
        {
            throw new IOException("No space left on device");
        }

        base.Write(buffer.ToArray(), 0, buffer.Length);
    }
}
