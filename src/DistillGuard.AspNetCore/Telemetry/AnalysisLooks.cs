// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>When groups were last looked for, and how long it took. Thread-safe.</summary>
internal sealed class AnalysisLooks
{
    private readonly GuardInstruments? _instruments;
    private long _latest;

    /// <param name="instruments">Where durations are written; none when metrics were not added.</param>
    public AnalysisLooks(GuardInstruments? instruments = null) => _instruments = instruments;

    /// <summary>When the latest look began; <see langword="null"/> when there was none.</summary>
    public DateTimeOffset? Latest => Volatile.Read(ref _latest) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Takes note of a look.</summary>
    public void Note(DateTimeOffset began, TimeSpan took)
    {
        Volatile.Write(ref _latest, began.UtcTicks);
        _instruments?.LookDuration.Record(took.TotalSeconds);
    }
}
