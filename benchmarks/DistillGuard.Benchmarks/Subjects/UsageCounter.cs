// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Subjects;

/// <summary>The same as <see cref="UsageCount"/>, as an object in a dictionary.</summary>
internal sealed class UsageCounter
{
    private readonly Lock _gate = new();
    private long _requests;
    private long _lastTicks;

    public long Add(long ticks)
    {
        lock (_gate)
        {
            _lastTicks = Math.Max(_lastTicks, ticks);
            return ++_requests;
        }
    }
}
