// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Several traffic logs read as one in time order; entries of equal time come in the order the logs were given.
/// </summary>
/// <remarks>
/// It holds one line of each log. A log that is out of order in itself is not sorted: its entries keep their order and
/// are counted in <see cref="TrafficLogCounters.OutOfOrder"/>. Not thread-safe.
/// </remarks>
public sealed class MergedTrafficLog : IDisposable
{
    private readonly TrafficLogReader[] _logs;
    private readonly PriorityQueue<int, (long Ticks, int Log)> _ready;
    private readonly Stack<int> _behind;

    /// <summary>Merges logs and takes them over: they are disposed with the merged log.</summary>
    /// <param name="logs">The logs, none of them read from yet.</param>
    public MergedTrafficLog(IReadOnlyList<TrafficLogReader> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        _logs = [.. logs];
        _ready = new PriorityQueue<int, (long Ticks, int Log)>(_logs.Length);
        _behind = new Stack<int>(_logs.Length);
        for (int log = _logs.Length - 1; log >= 0; log--)
        {
            _behind.Push(log);
        }
    }

    /// <summary>Number of the log the last entry came from, counted from 0; -1 before the first.</summary>
    public int CurrentLog { get; private set; } = -1;

    /// <summary>
    /// What has been read of all logs so far, added up. A line waiting for its turn is counted already.
    /// </summary>
    public TrafficLogCounters Counters
    {
        get
        {
            TrafficLogCounters sum = default;
            foreach (TrafficLogReader log in _logs)
            {
                sum += log.Counters;
            }

            return sum;
        }
    }

    /// <summary>The problems of all logs, log by log; a copy, made on each call.</summary>
    public IReadOnlyList<TrafficLogProblem> Problems
    {
        get
        {
            var problems = new List<TrafficLogProblem>();
            foreach (TrafficLogReader log in _logs)
            {
                problems.AddRange(log.Problems);
            }

            return problems;
        }
    }

    /// <summary>Opens several logs as one.</summary>
    /// <param name="paths">Files, plain or gzip; <c>-</c> for standard input, once.</param>
    /// <param name="options">Bounds of each log; <see langword="null"/> for the defaults.</param>
    /// <exception cref="TrafficLogException">A file cannot be opened; none stays open then.</exception>
    public static MergedTrafficLog Open(IReadOnlyList<string> paths, TrafficLogReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var logs = new List<TrafficLogReader>(paths.Count);
        try
        {
            foreach (string path in paths)
            {
                logs.Add(TrafficLogReader.Open(path, options));
            }

            return new MergedTrafficLog(logs);
        }
        catch
        {
            logs.ForEach(static log => log.Dispose());
            throw;
        }
    }

    /// <summary>Reads on to the next entry of all logs.</summary>
    /// <param name="entry">The entry, a view over its reader's memory, valid until the next read.</param>
    /// <returns>Whether there was one; <see langword="false"/> at the end of all logs.</returns>
    /// <exception cref="TrafficLogException">
    /// One log cannot be read further. Reading again goes on with the others.
    /// </exception>
    public bool Read(out TrafficLogEntry entry)
    {
        while (_behind.TryPop(out int log))
        {
            if (_logs[log].Advance())
            {
                _ready.Enqueue(log, (_logs[log].CurrentTime.UtcTicks, log));
            }
        }

        if (!_ready.TryDequeue(out int next, out _))
        {
            entry = default;
            return false;
        }

        CurrentLog = next;
        entry = _logs[next].Current;
        _behind.Push(next);
        return true;
    }

    /// <summary>Closes all logs.</summary>
    public void Dispose()
    {
        foreach (TrafficLogReader log in _logs)
        {
            log.Dispose();
        }

        _ready.Clear();
        _behind.Clear();
    }
}
