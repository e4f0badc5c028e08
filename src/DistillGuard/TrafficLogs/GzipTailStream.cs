// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Compressed bytes, followed by one gzip member of our own that holds <see cref="Mark"/>.</summary>
/// <remarks>See <see cref="GzipLogStream"/> for why.</remarks>
internal sealed class GzipTailStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private int _given;

    public GzipTailStream(Stream inner) => _inner = inner;

    /// <summary>What the added member says when it is decompressed.</summary>
    public static ReadOnlySpan<byte> Mark => "end-of-log-mark"u8;

    /// <summary>
    /// Whether the real bytes have all been given, so that whatever comes out now comes from the added member.
    /// </summary>
    public bool IsPastEnd { get; private set; }

    private static ReadOnlySpan<byte> MarkMember =>
    [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4B, 0xCD, 0x4B, 0xD1, 0xCD, 0x4F, 0xD3, 0xCD,
        0xC9, 0x4F, 0xD7, 0xCD, 0x4D, 0x2C, 0xCA, 0x06, 0x00, 0x07, 0x4B, 0xB9, 0x54, 0x0F, 0x00, 0x00, 0x00,
    ];

    public override int Read(Span<byte> buffer)
    {
        if (!IsPastEnd)
        {
            int count = _inner.Read(buffer);
            if (count > 0 || buffer.IsEmpty)
            {
                return count;
            }

            IsPastEnd = true;
        }

        ReadOnlySpan<byte> rest = MarkMember[_given..];
        int taken = Math.Min(rest.Length, buffer.Length);
        rest[..taken].CopyTo(buffer);
        _given += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
