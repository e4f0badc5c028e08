// SPDX-License-Identifier: MIT

using System.IO.Compression;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Decompresses a log of one or more gzip members and fails where the compressed bytes are cut short.
/// </summary>
/// <remarks>
/// <see cref="GZipStream"/> takes the end of its input for the end of the data, even in the middle of a member, so a
/// half uploaded log would look whole. Therefore a member of our own is added behind the last byte: it comes out as
/// written only when everything before it was complete. The inflater asks for more input only after it has given all
/// that it can make of the input it has, so whatever it gives after the real bytes ended is the mark or wreckage, and
/// is never passed on.
/// </remarks>
internal sealed class GzipLogStream : ReadOnlyStream
{
    private readonly GzipTailStream _tail;
    private readonly GZipStream _inflated;
    private bool _ended;

    public GzipLogStream(Stream compressed)
    {
        _tail = new GzipTailStream(compressed);
        _inflated = new GZipStream(_tail, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The compressed bytes are damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        int count = ReadInflated(buffer);
        if (count > 0 && !_tail.IsPastEnd)
        {
            return count;
        }

        _ended = true;
        CheckEnd(buffer[..count]);
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
            _tail.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadInflated(Span<byte> buffer)
    {
        try
        {
            return _inflated.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            _ended = true;
            throw new InvalidDataException(
                _tail.IsPastEnd ? "the gzip data is cut short" : "the gzip data is damaged", exception);
        }
    }

    private void CheckEnd(ReadOnlySpan<byte> first)
    {
        if (!_tail.IsPastEnd)
        {
            throw new InvalidDataException("bytes that are not gzip follow the gzip data");
        }

        Span<byte> last = stackalloc byte[GzipTailStream.Mark.Length + 1];
        int length = Math.Min(first.Length, last.Length);
        first[..length].CopyTo(last);
        while (length < last.Length)
        {
            int count = ReadInflated(last[length..]);
            if (count == 0)
            {
                break;
            }

            length += count;
        }

        if (!last[..length].SequenceEqual(GzipTailStream.Mark))
        {
            throw new InvalidDataException("the gzip data is cut short");
        }
    }
}
