// SPDX-License-Identifier: MIT

using System.Diagnostics;

namespace DistillGuard.Load.Loading;

/// <summary>A stretch of time in which answers are measured, after one in which the workers begin one after the other.</summary>
/// <remarks>Workers that all began at once would go on in step, and long answers would come in waves that a window cuts.</remarks>
internal sealed class LoadWindow
{
    private readonly TimeSpan _ramp;
    private readonly long _opens;
    private readonly long _closes;

    /// <summary>Begins now.</summary>
    /// <param name="ramp">How long the workers take to begin.</param>
    /// <param name="length">How long is measured after that.</param>
    public LoadWindow(TimeSpan ramp, TimeSpan length)
    {
        _ramp = ramp;
        Length = length;
        _opens = Stopwatch.GetTimestamp() + Ticks(ramp);
        _closes = _opens + Ticks(length);
    }

    /// <summary>How long is measured.</summary>
    public TimeSpan Length { get; }

    /// <summary>Whether what is answered now counts.</summary>
    public bool IsOpen => Until(_opens) == TimeSpan.Zero && !IsOver;

    /// <summary>Whether no more requests are to be sent.</summary>
    public bool IsOver => Until(_closes) == TimeSpan.Zero;

    /// <summary>When a worker begins.</summary>
    public TimeSpan StartOf(int worker, int workers) => _ramp * worker / workers;

    /// <summary>Measures what a gateway's process uses while the window is open.</summary>
    /// <param name="used">What it has used so far.</param>
    public async Task<TimeSpan> MeasureAsync(Func<TimeSpan> used)
    {
        await Task.Delay(Until(_opens));
        TimeSpan before = used();
        await Task.Delay(Until(_closes));
        return used() - before;
    }

    private static TimeSpan Until(long timestamp) => Stopwatch.GetElapsedTime(Math.Min(Stopwatch.GetTimestamp(), timestamp), timestamp);

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
