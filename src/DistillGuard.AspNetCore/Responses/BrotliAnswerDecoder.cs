// SPDX-License-Identifier: MIT

using System.Buffers;
using System.IO.Compression;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Decompresses Brotli.</summary>
internal sealed class BrotliAnswerDecoder : AnswerDecoder
{
    private byte[] _room = ArrayPool<byte>.Shared.Rent(Room);
    private BrotliDecoder _decoder;

    public override void Read(ReadOnlySpan<byte> compressed, AnswerReader reader)
    {
        OperationStatus status;
        do
        {
            status = _decoder.Decompress(compressed, _room, out int used, out int written);
            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidDataException("The answer is said to be Brotli and is not.");
            }

            compressed = compressed[used..];
            reader.Read(_room.AsSpan(0, written));
        }
        while (status == OperationStatus.DestinationTooSmall);
    }

    protected override void Dispose(bool disposing)
    {
        _decoder.Dispose();
        byte[] room = _room;
        _room = [];
        if (room.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
