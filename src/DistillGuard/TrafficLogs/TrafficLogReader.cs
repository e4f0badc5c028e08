// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Reads a traffic log line by line: JSON Lines, plain or gzip, of any size, in memory that does not grow with the log.
/// </summary>
/// <remarks>
/// A line that does not follow the format never throws: it is counted, described in <see cref="Problems"/> and passed
/// over. Blank lines, a byte order mark, CRLF and a missing last line end are taken as they come. Nothing is allocated
/// per line once the buffers have grown to the longest line. Not thread-safe.
/// </remarks>
public sealed class TrafficLogReader : IDisposable
{
    private readonly TrafficLogReaderOptions _options;
    private readonly LineReader _lines;
    private readonly LineDecoder _decoder = new();
    private readonly List<TrafficLogProblem> _problems = [];
    private long _exchanges;
    private long _enforcements;
    private long _modelReleases;
    private long _skipped;
    private long _incomplete;
    private long _outOfOrder;
    private DateTimeOffset _lastTime;
    private bool _isEnded;

    /// <summary>Reads a log from a stream; gzip is known by its first two bytes.</summary>
    /// <param name="stream">The log, plain or compressed. Its first two bytes are read at once.</param>
    /// <param name="name">What problems call the log.</param>
    /// <param name="options">Bounds; <see langword="null"/> for the defaults.</param>
    /// <param name="leaveOpen">Whether <paramref name="stream"/> stays open when the reader is disposed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is out of range.</exception>
    /// <exception cref="IOException">The first two bytes cannot be read.</exception>
    public TrafficLogReader(Stream stream, string name, TrafficLogReaderOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        _options = options ?? new TrafficLogReaderOptions();
        _options.Validate();
        Name = name;
        _lines = new LineReader(
            TrafficLogSource.Decompress(stream, leaveOpen, mustBeGzip: false), _options.MaximumLineBytes);
    }

    /// <summary>What problems call the log: its path, or <c>standard input</c>.</summary>
    public string Name { get; }

    /// <summary>What has been read so far.</summary>
    public TrafficLogCounters Counters => new()
    {
        Lines = _exchanges + _enforcements + _modelReleases + _skipped,
        Exchanges = _exchanges,
        Enforcements = _enforcements,
        ModelReleases = _modelReleases,
        Skipped = _skipped,
        Incomplete = _incomplete,
        OutOfOrder = _outOfOrder,
    };

    /// <summary>The first problems met, up to <see cref="TrafficLogReaderOptions.MaximumProblems"/>.</summary>
    public IReadOnlyList<TrafficLogProblem> Problems => _problems;

    /// <summary>Time of the entry read last.</summary>
    internal DateTimeOffset CurrentTime => _decoder.Time;

    /// <summary>The entry read last.</summary>
    internal TrafficLogEntry Current => _decoder.View(_lines.Line, _lines.LineNumber);

    /// <summary>Opens a log.</summary>
    /// <param name="path">A file, plain or gzip (known by its first bytes), or <c>-</c> for standard input.</param>
    /// <param name="options">Bounds; <see langword="null"/> for the defaults.</param>
    /// <exception cref="TrafficLogException">The file cannot be opened, or ends in <c>.gz</c> and is not
    /// gzip.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is out of range.</exception>
    public static TrafficLogReader Open(string path, TrafficLogReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options?.Validate();
        return new TrafficLogReader(
            TrafficLogSource.Open(path), path == TrafficLogSource.StandardInput ? "standard input" : path, options);
    }

    /// <summary>Reads on to the next entry.</summary>
    /// <param name="entry">The entry, a view over the reader's memory, valid until the next read.</param>
    /// <returns>Whether there was one; <see langword="false"/> at the end of the log.</returns>
    /// <exception cref="TrafficLogException">
    /// The log cannot be read further: compressed data damaged or cut short, or the medium failed. Every whole line
    /// before has been delivered; a line begun is not. Reading again then gives <see langword="false"/>.
    /// </exception>
    public bool Read(out TrafficLogEntry entry)
    {
        bool isRead = Advance();
        entry = isRead ? Current : default;
        return isRead;
    }

    /// <summary>Closes the log and wipes and gives back the buffers.</summary>
    public void Dispose()
    {
        _isEnded = true;
        _lines.Dispose();
        _decoder.Wipe();
    }

    /// <summary>Reads on without making a view.</summary>
    internal bool Advance()
    {
        while (!_isEnded)
        {
            LineStatus status = NextLine();
            if (status == LineStatus.End)
            {
                _isEnded = true;
            }
            else if (status == LineStatus.TooLong)
            {
                _skipped++;
                Keep(new LineFault(LineFaultKind.TooLong, 0));
            }
            else if (!IsBlank(_lines.Line) && TakeLine())
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    private LineStatus NextLine()
    {
        try
        {
            return _lines.Read();
        }
        catch (InvalidDataException exception)
        {
            throw Stopped(exception.Message, "copy or write the log again; the lines before were read", exception);
        }
        catch (IOException exception)
        {
            throw Stopped(exception.Message, "check the medium; the lines before were read", exception);
        }
    }

    private TrafficLogException Stopped(string reason, string remedy, Exception exception)
    {
        _isEnded = true;
        return new TrafficLogException(Name, _lines.LineNumber, _lines.Position, reason, remedy, exception);
    }

    private bool TakeLine()
    {
        bool isEntry = _decoder.Decode(_lines.Line);
        foreach (LineFault fault in _decoder.Faults)
        {
            Keep(in fault);
        }

        if (!isEntry)
        {
            _skipped++;
            return false;
        }

        _incomplete += _decoder.Faults.IsEmpty ? 0 : 1;
        _outOfOrder += _decoder.Time < _lastTime ? 1 : 0;
        _lastTime = _decoder.Time;
        switch (_decoder.Kind)
        {
            case TrafficLogEntryKind.Enforcement:
                _enforcements++;
                break;
            case TrafficLogEntryKind.ModelRelease:
                _modelReleases++;
                break;
            default:
                _exchanges++;
                break;
        }

        return true;
    }

    private void Keep(in LineFault fault)
    {
        if (_problems.Count < _options.MaximumProblems)
        {
            _problems.Add(LineFaultText.Describe(in fault, Name, _lines.LineNumber, _options.MaximumLineBytes));
        }
    }
}
