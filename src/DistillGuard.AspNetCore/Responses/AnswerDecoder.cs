// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Decompresses a copy of an answer as it passes, piece by piece, in bounded memory. Dispose it.</summary>
internal abstract class AnswerDecoder : IDisposable
{
    /// <summary>Bytes decompressed at a time.</summary>
    protected const int Room = 8 * 1024;

    /// <summary>Finds a decoder.</summary>
    /// <param name="encoding">The answer's content encoding, not plain.</param>
    /// <returns>The decoder, or <see langword="null"/> when the encoding is not known.</returns>
    public static AnswerDecoder? Create(string encoding)
    {
        if (encoding.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return new BrotliAnswerDecoder();
        }

        bool isGzip = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);
        return isGzip || encoding.Equals("deflate", StringComparison.OrdinalIgnoreCase) ? new InflatingAnswerDecoder(isGzip) : null;
    }

    /// <summary>Decompresses what came, and has it read.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of the encoding.</exception>
    public abstract void Read(ReadOnlySpan<byte> compressed, AnswerReader reader);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
