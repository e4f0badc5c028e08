// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Makes lines of what was recorded, holds them until nothing earlier is likely to come, and writes them. One call at a time; never throws.</summary>
internal sealed partial class RecorderPump : IDisposable
{
    private const int MostHeldBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Longer than any answer; looked for once a minute.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromHours(2);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly TrafficRecorder _recorder;
    private readonly RecorderOptions _options;
    private readonly RecorderTally _tally;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ExchangeLines _lines;
    private readonly LogFolder _folder;
    private readonly PriorityQueue<byte[], (long Ticks, long Number)> _held = new();
    private long _heldBytes;
    private long _number;
    private long _lastTicks;
    private DateTimeOffset _retry;
    private DateTimeOffset _nextSweep;

    public RecorderPump(TrafficRecorder recorder, RecorderOptions options, RecorderTally tally, TimeProvider time, ILogger log)
    {
        _recorder = recorder;
        _options = options;
        _tally = tally;
        _time = time;
        _log = log;
        string run = Guid.NewGuid().ToString("N")[..8];
        _lines = new ExchangeLines(options, tally, run);
        _folder = new LogFolder(options, run, tally);
    }

    /// <summary>Takes in what is over, and writes what has waited long enough.</summary>
    public void Turn()
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (now >= _nextSweep)
        {
            _nextSweep = now + BetweenSweeps;
            _recorder.GiveUp(now - LongestAnswer);
        }

        TakeIn();
        WriteBefore(now - _options.ReorderWindow);
    }

    /// <summary>Takes in and writes everything, and ends the file.</summary>
    public void Finish()
    {
        TakeIn();
        WriteBefore(DateTimeOffset.MaxValue);
        Try(static folder => folder.End());
    }

    public void Dispose()
    {
        _lines.Dispose();
        _folder.Dispose();
    }

    private void TakeIn()
    {
        while (_recorder.TryTake(out RecordedExchange? recorded) && recorded is not null)
        {
            try
            {
                Hold(recorded.Exchange.Time, _lines.Make(recorded));
            }
            catch (Exception error)
            {
                _tally.CountLost();
                LogFault(error.GetType().Name);
            }
            finally
            {
                _recorder.Release(recorded);
            }
        }

        while (_recorder.TryTake(out RecordedEvent? happening) && happening is not null)
        {
            Hold(happening.Time, _lines.Make(happening));
        }
    }

    private void Hold(DateTimeOffset time, byte[] line)
    {
        _held.Enqueue(line, (time.UtcTicks, _number++));
        _heldBytes += line.Length;
    }

    private void WriteBefore(DateTimeOffset time)
    {
        while (_held.TryPeek(out byte[]? line, out (long Ticks, long Number) order) && (order.Ticks <= time.UtcTicks || _heldBytes > MostHeldBytes))
        {
            _held.Dequeue();
            _heldBytes -= line.Length;
            Write(line, order.Ticks);
        }
    }

    private void Write(byte[] line, long ticks)
    {
        if (Try(folder => folder.Write(line, _time.GetUtcNow())))
        {
            _tally.CountWritten(isLate: ticks < _lastTicks);
            _lastTicks = Math.Max(_lastTicks, ticks);
        }
        else
        {
            _tally.CountLost();
        }
    }

    // After a failure nothing is tried for a while: a full disk does not empty by being asked a thousand times a second.
    private bool Try(Action<LogFolder> action)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (now < _retry)
        {
            return false;
        }

        try
        {
            action(_folder);
            if (_tally.Problem is not null)
            {
                _tally.Problem = null;
                LogWritesAgain(_options.Folder);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _retry = now + Pause;
            Note($"{_options.Folder}: {error.Message} Lines are lost and counted until it can be written again; make room, or let this user write to it.");
            _folder.Abandon();
            return false;
        }
    }

    private void Note(string problem)
    {
        if (_tally.Problem is null)
        {
            LogCannotWrite(problem);
        }

        _tally.Problem = problem;
    }

    [LoggerMessage(21, LogLevel.Error, "Traffic is not recorded. {Problem}")]
    private partial void LogCannotWrite(string problem);

    [LoggerMessage(22, LogLevel.Information, "Traffic is recorded again, in {Folder}")]
    private partial void LogWritesAgain(string folder);

    [LoggerMessage(23, LogLevel.Error, "An exchange could not be recorded: {Fault}")]
    private partial void LogFault(string fault);
}
