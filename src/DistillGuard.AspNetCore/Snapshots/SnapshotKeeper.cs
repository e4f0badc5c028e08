// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>Saves and restores, and says how it went; nothing in it throws at the host. One call at a time.</summary>
internal sealed partial class SnapshotKeeper
{
    private readonly DistillationGuard _guard;
    private readonly SnapshotFile _file;
    private readonly SnapshotStatus _status;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public SnapshotKeeper(DistillationGuard guard, SnapshotFile file, SnapshotStatus status, TimeProvider time, ILogger log)
    {
        _guard = guard;
        _file = file;
        _status = status;
        _time = time;
        _log = log;
    }

    /// <summary>Goes on from the latest snapshot that fits, or starts empty.</summary>
    public void Restore()
    {
        if (!TryRestore(_file.Path) && !TryRestore(_file.Previous))
        {
            LogStartsEmpty(_file.Path);
        }
    }

    /// <summary>Saves a snapshot; a failure is noted, logged when it is the first in a row, and over with the next success.</summary>
    public void Save()
    {
        long started = _time.GetTimestamp();
        try
        {
            SnapshotSummary summary = _file.Save(_guard, _time.GetUtcNow());
            TimeSpan duration = _time.GetElapsedTime(started);
            if (_status.NoteSaved(summary, duration))
            {
                LogSavedAgain(_file.Path, summary.Bytes);
            }
        }
        catch (Exception error)
        {
            string problem = $"{_file.Path}: {error.Message} The memory is kept, and saving is tried again at the next interval; make room, or let this user write to the folder.";
            if (!_status.NoteFailure(problem))
            {
                LogNotSaved(problem);
            }
        }
    }

    private bool TryRestore(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            SnapshotSummary summary = SnapshotFile.Restore(_guard, path);
            _status.NoteRestored(summary);
            LogRestored(path, summary.Saved, summary.Accounts, summary.Groups);
            return true;
        }
        catch (SnapshotException error)
        {
            Refuse($"{path}: {error.Message}");
            PutAside(path);
            return false;
        }
        catch (Exception error)
        {
            Refuse($"{path}: {error.Message}");
            return false;
        }
    }

    private void Refuse(string reason)
    {
        _status.NoteRefusal(reason);
        LogRefused(reason);
    }

    // The older one is left to be replaced: the newer is the one that may be wanted again.
    private void PutAside(string path)
    {
        if (path != _file.Path)
        {
            return;
        }

        try
        {
            _file.PutAside(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogRefused($"{path}: it could not be put aside: {error.Message}");
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The guard goes on from {Path} of {Saved:O}: {Accounts} accounts, {Groups} groups")]
    private partial void LogRestored(string path, DateTimeOffset saved, long accounts, int groups);

    [LoggerMessage(2, LogLevel.Information, "The guard starts empty: there is no snapshot at {Path} that fits")]
    private partial void LogStartsEmpty(string path);

    [LoggerMessage(3, LogLevel.Warning, "The snapshot is not used. {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(4, LogLevel.Error, "The guard's memory is not saved. {Problem}")]
    private partial void LogNotSaved(string problem);

    [LoggerMessage(5, LogLevel.Information, "The guard's memory is saved again: {Path}, {Bytes} bytes")]
    private partial void LogSavedAgain(string path, long bytes);
}
