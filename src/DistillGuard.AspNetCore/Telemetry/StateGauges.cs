// SPDX-License-Identifier: MIT

using System.Diagnostics.Metrics;
using DistillGuard.AspNetCore.Recording;
using DistillGuard.AspNetCore.Snapshots;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>What recorder and snapshots count themselves, read when somebody asks. Of one that was not added nothing is told.</summary>
internal sealed class StateGauges
{
    private readonly TimeProvider _time;
    private readonly TrafficRecorder? _recorder;
    private readonly SnapshotStatus? _snapshots;

    public StateGauges(GuardInstruments instruments, TimeProvider time, TrafficRecorder? recorder = null, SnapshotStatus? snapshots = null)
    {
        _time = time;
        _recorder = recorder;
        _snapshots = snapshots;
        Meter meter = instruments.Meter;
        Count(meter, InstrumentNames.Recorded, Recorded);
        Count(meter, InstrumentNames.RecorderFiles, Files);
        Count(meter, InstrumentNames.Snapshots, Attempts);
        InstrumentInfo waiting = InstrumentNames.RecorderWaiting;
        meter.CreateObservableUpDownCounter(waiting.Name, Waiting, waiting.Unit, waiting.Description);
        InstrumentInfo size = InstrumentNames.SnapshotSize;
        meter.CreateObservableGauge(size.Name, Size, size.Unit, size.Description);
        InstrumentInfo duration = InstrumentNames.SnapshotDuration;
        meter.CreateObservableGauge(duration.Name, Duration, duration.Unit, duration.Description);
        InstrumentInfo age = InstrumentNames.SnapshotAge;
        meter.CreateObservableGauge(age.Name, Age, age.Unit, age.Description);
    }

    private IEnumerable<Measurement<long>> Recorded()
    {
        if (_recorder is null)
        {
            yield break;
        }

        RecorderCounters counters = _recorder.Counters;
        yield return Of(counters.Written, GuardTags.Recorded, "written");
        yield return Of(counters.Dropped, GuardTags.Recorded, "dropped");
        yield return Of(counters.Lost, GuardTags.Recorded, "lost");
        yield return Of(counters.WithoutAccount, GuardTags.Recorded, "without_account");
    }

    private IEnumerable<Measurement<long>> Files() => _recorder is null ? [] : [new(_recorder.Counters.Files)];

    private IEnumerable<Measurement<long>> Waiting() => _recorder is null ? [] : [new(_recorder.Counters.Waiting)];

    private IEnumerable<Measurement<long>> Attempts() => _snapshots is null
        ? []
        : [Of(_snapshots.Saves, GuardTags.Saved, "saved"), Of(_snapshots.Failures, GuardTags.Saved, "failed")];

    private IEnumerable<Measurement<long>> Size() => _snapshots?.Saved is { } saved ? [new(saved.Bytes)] : [];

    private IEnumerable<Measurement<double>> Duration() => _snapshots?.Saved is null ? [] : [new(_snapshots.Duration.TotalSeconds)];

    private IEnumerable<Measurement<double>> Age() =>
        (_snapshots?.Saved ?? _snapshots?.Restored) is { } latest ? [new((_time.GetUtcNow() - latest.Saved).TotalSeconds)] : [];

    private static Measurement<long> Of(long value, string tag, string name) => new(value, new KeyValuePair<string, object?>(tag, name));

    private static void Count(Meter meter, InstrumentInfo info, Func<IEnumerable<Measurement<long>>> read) =>
        meter.CreateObservableCounter(info.Name, read, info.Unit, info.Description);
}
