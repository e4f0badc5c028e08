// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>How saving and restoring went, for health checks, meters and pages. Each value is the latest; safe on any thread.</summary>
public sealed class SnapshotStatus
{
    private long _saves;
    private long _failures;
    private volatile SnapshotSummary? _restored;
    private volatile SnapshotSummary? _saved;
    private volatile string? _refusal;
    private volatile string? _problem;
    private long _durationTicks;

    internal SnapshotStatus()
    {
    }

    /// <summary>Snapshots saved since the start.</summary>
    public long Saves => Volatile.Read(ref _saves);

    /// <summary>Attempts that failed since the start.</summary>
    public long Failures => Volatile.Read(ref _failures);

    /// <summary>The snapshot saved last; <see langword="null"/> before the first.</summary>
    public SnapshotSummary? Saved => _saved;

    /// <summary>How long that took.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks(Volatile.Read(ref _durationTicks));

    /// <summary>Why the latest attempt failed, and what to do; <see langword="null"/> when it did not.</summary>
    public string? Problem => _problem;

    /// <summary>The snapshot that the guard went on from; <see langword="null"/> when it started empty.</summary>
    public SnapshotSummary? Restored => _restored;

    /// <summary>Why a snapshot that was there was not used at the start; <see langword="null"/> when there was none, or it was used.</summary>
    public string? Refusal => _refusal;

    internal void NoteRestored(SnapshotSummary summary) => _restored = summary;

    internal void NoteRefusal(string reason) => _refusal = _refusal is null ? reason : _refusal + " " + reason;

    /// <returns>Whether the attempt before had failed.</returns>
    internal bool NoteSaved(SnapshotSummary summary, TimeSpan duration)
    {
        bool wasFailing = _problem is not null;
        Volatile.Write(ref _durationTicks, duration.Ticks);
        _saved = summary;
        _problem = null;
        Interlocked.Increment(ref _saves);
        return wasFailing;
    }

    /// <returns>Whether the attempt before had failed, too.</returns>
    internal bool NoteFailure(string problem)
    {
        bool wasFailing = _problem is not null;
        _problem = problem;
        Interlocked.Increment(ref _failures);
        return wasFailing;
    }
}
