// SPDX-License-Identifier: MIT

using System.Buffers;
using System.IO.Compression;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Decompresses gzip and what HTTP calls deflate.</summary>
/// <remarks>
/// The framework only pulls from a stream. So it is given one that says "no more for now" when its bytes are used up, and is asked again when there are more; a test
/// holds that it takes this for a pause and not for the end.
/// </remarks>
internal sealed class InflatingAnswerDecoder : AnswerDecoder
{
    private readonly FedStream _fed = new();
    private readonly Stream _inflating;
    private byte[] _room = ArrayPool<byte>.Shared.Rent(Room);

    public InflatingAnswerDecoder(bool isGzip) =>
        _inflating = isGzip ? new GZipStream(_fed, CompressionMode.Decompress) : new ZLibStream(_fed, CompressionMode.Decompress);

    public override void Read(ReadOnlySpan<byte> compressed, AnswerReader reader)
    {
        while (!compressed.IsEmpty)
        {
            compressed = compressed[_fed.Feed(compressed)..];
            int read;
            while ((read = _inflating.Read(_room, 0, _room.Length)) > 0)
            {
                reader.Read(_room.AsSpan(0, read));
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _inflating.Dispose();
        _fed.Dispose();
        byte[] room = _room;
        _room = [];
        if (room.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
