// SPDX-License-Identifier: MIT

using System.IO.Compression;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Compresses bytes as an HTTP encoding names it.</summary>
internal static class Compression
{
    public static byte[] Compress(byte[] plain, string encoding)
    {
        if (encoding.Length == 0)
        {
            return plain;
        }

        using var packed = new MemoryStream();
        using (Stream stream = Open(packed, encoding))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>Compresses in pieces, each flushed, as a server does that streams.</summary>
    public static byte[][] CompressPieces(byte[] plain, string encoding, int piece)
    {
        var pieces = new List<byte[]>();
        using var packed = new MemoryStream();
        using (Stream stream = Open(packed, encoding))
        {
            for (int start = 0; start < plain.Length; start += piece)
            {
                stream.Write(plain.AsSpan(start, Math.Min(piece, plain.Length - start)));
                stream.Flush();
                pieces.Add(Take(packed));
            }
        }

        pieces.Add(packed.ToArray());
        return [.. pieces];
    }

    private static byte[] Take(MemoryStream packed)
    {
        byte[] bytes = packed.ToArray();
        packed.SetLength(0);
        return bytes;
    }

    private static Stream Open(Stream packed, string encoding) => encoding switch
    {
        "gzip" => new GZipStream(packed, CompressionMode.Compress, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true),
        _ => new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true),
    };
}
