// SPDX-License-Identifier: MIT

using System.Globalization;
using System.IO.Compression;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>The files of the log: one is written to, begun anew when it is full and each day, the oldest deleted. Not thread-safe.</summary>
/// <remarks>
/// A file is plain while it is written, so that what stands in it can be read after a crash, and compressed when it is done. Names sort by time.
/// </remarks>
internal sealed class LogFolder : IDisposable
{
    private const string Prefix = "traffic-";
    private const string Plain = ".jsonl";
    private const string Compressed = ".jsonl.gz";

    private readonly RecorderOptions _options;
    private readonly string _run;
    private readonly RecorderTally _tally;
    private FileStream? _file;
    private DateOnly _day;
    private long _length;
    private int _number;

    /// <summary>Makes the folder's keeper.</summary>
    /// <param name="options">Where, and how much at most.</param>
    /// <param name="run">Stands in every name, so that nodes may share a folder.</param>
    /// <param name="tally">Where files begun are counted.</param>
    public LogFolder(RecorderOptions options, string run, RecorderTally tally)
    {
        _options = options;
        _run = run;
        _tally = tally;
    }

    /// <summary>Writes a line.</summary>
    /// <exception cref="IOException">It could not be written: see <see cref="Abandon"/>.</exception>
    public void Write(ReadOnlySpan<byte> line, DateTimeOffset now)
    {
        if (_file is not null && (_day != DateOnly.FromDateTime(now.UtcDateTime) || (_length > 0 && _length + line.Length > _options.MaxFileBytes)))
        {
            End();
        }

        FileStream file = _file ??= Begin(now);
        file.Write(line);
        _length += line.Length;
    }

    /// <summary>Ends the file: compresses it, and deletes the oldest of too many.</summary>
    public void End()
    {
        if (_file is not { } file)
        {
            return;
        }

        string path = file.Name;
        file.Dispose();
        _file = null;
        if (_options.Compress)
        {
            Compress(path);
        }

        DeleteOldest(_options.MaxFiles);
    }

    /// <summary>Gives a file up that cannot be written, cut back to its last whole line.</summary>
    public void Abandon()
    {
        FileStream? file = _file;
        _file = null;
        if (file is not null)
        {
            file.Dispose(); // it has no buffer that could fail to be written
            Cut(file.Name, _length);
        }
    }

    public void Dispose() => _file?.Dispose();

    private FileStream Begin(DateTimeOffset now)
    {
        Directory.CreateDirectory(_options.Folder);
        DeleteOldest(_options.MaxFiles - 1);
        _day = DateOnly.FromDateTime(now.UtcDateTime);
        _length = 0;
        string name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.UtcDateTime:yyyyMMdd'T'HHmmss}-{_run}-{++_number:0000}{Plain}");
        var file = new FileStream(Path.Combine(_options.Folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _tally.CountFile();
        return file;
    }

    // A file that could not be compressed stays as it is: it is a log all the same.
    private static void Compress(string path)
    {
        string unfinished = path + ".gz.unfinished";
        try
        {
            using (FileStream plain = File.OpenRead(path))
            using (var stream = new GZipStream(File.Create(unfinished), CompressionLevel.Fastest))
            {
                plain.CopyTo(stream);
            }

            File.Move(unfinished, path + ".gz", overwrite: true);
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
        }
    }

    private static void Cut(string path, long length)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
            file.SetLength(length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The reader skips a line that was cut, and says so.
        }
    }

    private void DeleteOldest(int kept)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(_options.Folder, Prefix + "*")
                .Where(static file => file.EndsWith(Plain, StringComparison.Ordinal) || file.EndsWith(Compressed, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        foreach (string file in files.Take(Math.Max(0, files.Length - kept)))
        {
            File.Delete(file);
        }
    }
}
