// SPDX-License-Identifier: MIT

using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DistillGuard.TrafficLogs;

/// <summary>Writes a traffic log, one whole line at a time, plain or gzip.</summary>
/// <remarks>
/// What is not known is left out. Times are written in UTC with milliseconds; finer parts are cut off. An entry read
/// from a log and written again says the same, but for a declared use this version does not know. Not thread-safe.
/// </remarks>
public sealed class TrafficLogWriter : IDisposable
{
    private const int FirstCapacity = 16 * 1024;
    private const int FileBufferBytes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // A log is read by this library, never put into a page: other alphabets stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ArrayBufferWriter<byte> _line = new(FirstCapacity);
    private readonly Utf8JsonWriter _json;

    /// <summary>Writes a log to a stream.</summary>
    /// <param name="stream">Where the log goes.</param>
    /// <param name="compress">Whether to write gzip. The stream is whole only after the writer has been
    /// disposed.</param>
    /// <param name="leaveOpen">Whether <paramref name="stream"/> stays open when the writer is disposed.</param>
    public TrafficLogWriter(Stream stream, bool compress = false, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = compress ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen) : stream;
        _leaveOpen = leaveOpen && !compress;
        _json = new Utf8JsonWriter(_line, Options);
    }

    /// <summary>Makes a log file, in place of one that is there; gzip when the name ends in <c>.gz</c>.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static TrafficLogWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, FileBufferBytes);
        return new TrafficLogWriter(file, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Writes an entry.</summary>
    /// <exception cref="ArgumentException">The entry lacks what the format requires; nothing has been
    /// written.</exception>
    public void Write(in TrafficLogEntry entry)
    {
        if (!TryWrite(in entry, out string? reason))
        {
            throw new ArgumentException(reason, nameof(entry));
        }
    }

    /// <summary>
    /// Writes an entry if it has what the format requires. A client may send a body that is no JSON: that is no
    /// exception.
    /// </summary>
    /// <param name="entry">The entry. Line breaks between the tokens of its body are taken out; nothing else of it is
    /// changed.</param>
    /// <param name="reason">Why nothing was written, one sentence; <see langword="null"/> when it was.</param>
    /// <returns>Whether the entry was written.</returns>
    public bool TryWrite(in TrafficLogEntry entry, out string? reason)
    {
        reason = LineWriter.Fault(in entry);
        if (reason is not null)
        {
            return false;
        }

        _line.ResetWrittenCount();
        _json.Reset();
        LineWriter.Write(_json, in entry);
        _json.Flush();
        _line.Write("\n"u8);
        _stream.Write(_line.WrittenSpan);
        return true;
    }

    /// <summary>Hands every line written so far to the stream below.</summary>
    public void Flush() => _stream.Flush();

    /// <summary>Ends the log and closes the stream unless it was to stay open. Wipes the last line.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _line.Clear();
        if (_leaveOpen)
        {
            _stream.Flush();
        }
        else
        {
            _stream.Dispose();
        }
    }
}
