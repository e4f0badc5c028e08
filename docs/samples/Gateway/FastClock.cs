// SPDX-License-Identifier: MIT

namespace DistillGuard.Samples.Gateway;

/// <summary>A clock that runs faster than real ones, so that a day of traffic passes while somebody watches.</summary>
/// <remarks>Latencies stay real: only the calendar and timers are fast. A gateway in production leaves the system's clock in place.</remarks>
internal sealed class FastClock : TimeProvider
{
    // Timers of a second would be due thousands of times a second.
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(20);

    private readonly DateTimeOffset _start;
    private readonly double _speed;
    private readonly long _started = System.GetTimestamp();

    /// <summary>Starts the clock.</summary>
    /// <param name="start">What it shows now.</param>
    /// <param name="speed">How many times faster than real time it runs.</param>
    public FastClock(DateTimeOffset start, double speed)
    {
        _start = start;
        _speed = speed;
    }

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_started) * _speed);

    /// <summary>The real time until the clock shows <paramref name="time"/>; zero when it has passed.</summary>
    public TimeSpan RealTimeUntil(DateTimeOffset time)
    {
        TimeSpan left = (time - GetUtcNow()) / _speed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan time)
    {
        if (time <= TimeSpan.Zero) // at once, or never
        {
            return time;
        }

        TimeSpan real = time / _speed;
        return real < ShortestPeriod ? ShortestPeriod : real;
    }
}
