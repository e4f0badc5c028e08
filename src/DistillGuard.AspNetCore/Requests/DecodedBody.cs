// SPDX-License-Identifier: MIT

using System.Buffers;
using System.IO.Compression;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>A copy of a compressed body as the client meant it, for the guard only; the upstream gets the bytes that were sent. Pooled: dispose it.</summary>
internal sealed class DecodedBody : IDisposable
{
    private const int FirstRent = 16 * 1024;

    private byte[] _bytes;
    private int _length;

    private DecodedBody() => _bytes = ArrayPool<byte>.Shared.Rent(FirstRent);

    /// <summary>The body, decompressed; valid until it is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Whether decompressing was stopped at the bound.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Decompresses a body up to a bound, however much more there would be.</summary>
    /// <param name="encoding">The content encoding as stated; one of gzip, br and deflate.</param>
    /// <param name="body">The body as sent.</param>
    /// <param name="bound">The most bytes to make.</param>
    /// <returns>The body, or <see langword="null"/> when the encoding is not known or the bytes are not of it.</returns>
    public static DecodedBody? Decode(string encoding, ReadOnlyMemory<byte> body, int bound)
    {
        using Stream? source = Open(encoding, body);
        if (source is null)
        {
            return null;
        }

        var decoded = new DecodedBody();
        try
        {
            decoded.Fill(source, bound);
            return decoded;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            decoded.Dispose();
            return null;
        }
    }

    /// <summary>Whether an encoding leaves the bytes as they are.</summary>
    public static bool IsPlain(string? encoding) => string.IsNullOrEmpty(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Stream? Open(string encoding, ReadOnlyMemory<byte> body)
    {
        if (encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
        {
            return new GZipStream(new HeldStream(body), CompressionMode.Decompress);
        }

        if (encoding.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return new BrotliStream(new HeldStream(body), CompressionMode.Decompress);
        }

        // What HTTP calls deflate is the zlib format.
        return encoding.Equals("deflate", StringComparison.OrdinalIgnoreCase)
            ? new ZLibStream(new HeldStream(body), CompressionMode.Decompress)
            : null;
    }

    private void Fill(Stream source, int bound)
    {
        while (true)
        {
            if (_length == _bytes.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
                Bytes.CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }

            int read = source.Read(_bytes, _length, _bytes.Length - _length);
            if (read == 0)
            {
                return;
            }

            _length += read;
            if (_length > bound)
            {
                IsTooLarge = true;
                return;
            }
        }
    }
}
