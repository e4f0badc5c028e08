// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>A clock that moves only when told to.</summary>
internal sealed class StoppedTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Advance(TimeSpan time) => _ticks += time.Ticks;
}
