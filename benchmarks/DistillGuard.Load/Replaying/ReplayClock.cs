// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Replaying;

/// <summary>A clock that stands where the log stands. Timers never fire: the replay itself says when to look for groups, as a scan does.</summary>
internal sealed class ReplayClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Sets the time.</summary>
    public void Set(DateTimeOffset time) => Volatile.Write(ref _ticks, time.UtcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
