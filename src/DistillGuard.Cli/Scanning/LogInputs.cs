// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Cli.Scanning;

/// <summary>The logs of a scan, opened as one stream in time order.</summary>
internal sealed class LogInputs : IDisposable
{
    public const string StandardInput = "-";

    private const int BufferBytes = 64 * 1024;

    private readonly List<CountingStream> _streams = [];
    private readonly List<TrafficLogReader> _readers = [];
    private long? _totalBytes = 0;

    private LogInputs()
    {
    }

    /// <summary>The logs, merged.</summary>
    public MergedTrafficLog Log { get; private set; } = null!;

    /// <summary>
    /// Bytes of all files as they lie there, compressed or not; <see langword="null"/> with standard input or a pipe.
    /// </summary>
    public long? TotalBytes => _totalBytes;

    /// <summary>Bytes read of them so far.</summary>
    public long BytesRead
    {
        get
        {
            long bytes = 0;
            foreach (CountingStream stream in _streams)
            {
                bytes += stream.BytesRead;
            }

            return bytes;
        }
    }

    /// <summary>Opens the logs.</summary>
    /// <exception cref="ToolException">One of them cannot be opened; none stays open then.</exception>
    public static LogInputs Open(IReadOnlyList<string> paths, ToolConsole console)
    {
        if (paths.Count(path => path == StandardInput) > 1)
        {
            throw new ToolException("- is given twice, but standard input can be read only once; give - once.");
        }

        var inputs = new LogInputs();
        try
        {
            foreach (string path in paths)
            {
                inputs.Add(path, console);
            }

            inputs.Log = new MergedTrafficLog(inputs._readers);
            return inputs;
        }
        catch
        {
            inputs.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (TrafficLogReader reader in _readers)
        {
            reader.Dispose();
        }

        foreach (CountingStream stream in _streams)
        {
            stream.Dispose();
        }
    }

    private void Add(string path, ToolConsole console)
    {
        bool isStandardInput = path == StandardInput;
        Stream file = isStandardInput ? console.OpenInput() : OpenFile(path);
        _totalBytes = isStandardInput || !file.CanSeek ? null : _totalBytes + file.Length;
        if (file.CanSeek && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !IsGzip(file))
        {
            file.Dispose();
            throw new ToolException($"{path}: the name ends in .gz but the content is not gzip; compress it, or " +
                $"rename it if it is plain.");
        }

        var stream = new CountingStream(file);
        _streams.Add(stream);
        _readers.Add(new TrafficLogReader(stream, isStandardInput ? "standard input" : path));
    }

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path}: this is a directory; give the log files in it, for example " +
                $"{Path.Join(path, "*.jsonl.gz")}.");
        }

        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferBytes, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"{path}: no such file; check the path, or give - for standard input.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ToolException($"{path}: permission denied; make the file readable for this user.", exception);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new ToolException($"{path}: {exception.Message.TrimEnd('.')}; give the path of a readable file, or " +
                $"- for standard input.", exception);
        }
    }

    private static bool IsGzip(Stream file)
    {
        Span<byte> first = stackalloc byte[2];
        int count = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return count == first.Length && first[0] == 0x1F && first[1] == 0x8B;
    }
}
