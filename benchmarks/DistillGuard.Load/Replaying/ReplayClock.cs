// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Replaying;

/// <summary>A clock that stands where the log stands. Timers never fire: the replay itself says when to look for groups, as a scan does.</summary>
internal sealed class ReplayClock : TimeProvider
{
    private long _ticks;

    // A log says when a request came; its answer counts as of then, as in a scan, and not some milliseconds of ours later.
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    /// <summary>Sets the time.</summary>
    public void Set(DateTimeOffset time) => Volatile.Write(ref _ticks, time.UtcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
