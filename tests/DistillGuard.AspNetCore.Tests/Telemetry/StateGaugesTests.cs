// SPDX-License-Identifier: MIT

using System.Diagnostics.Metrics;
using DistillGuard.AspNetCore.Recording;
using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Telemetry;

public sealed class StateGaugesTests
{
    private readonly FakeTimeProvider _time = new(SampleExchanges.Start);

    [Test]
    public void Recorder_LinesAndFiles_AreTold()
    {
        using var rig = new RecorderRig();
        using var gauges = new Rig(_time, rig.Recorder, null);
        rig.Send(SampleExchanges.Make("somebody")).Send(SampleExchanges.Make("somebody"));
        rig.Finish();

        Assert.That(gauges.Read<long>("distillguard.recorder.exchanges", "written"), Is.EqualTo(new[] { 2L }));
        Assert.That(gauges.Read<long>("distillguard.recorder.exchanges", "dropped"), Is.EqualTo(new[] { 0L }));
        Assert.That(gauges.Read<long>("distillguard.recorder.files"), Is.EqualTo(new[] { 1L }));
        Assert.That(gauges.Read<long>("distillguard.recorder.waiting"), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public void Recorder_ExchangeUnderWay_Waits()
    {
        using var rig = new RecorderRig();
        using var gauges = new Rig(_time, rig.Recorder, null);
        rig.Recorder.Inspected(SampleExchanges.Make("somebody"));

        Assert.That(gauges.Read<long>("distillguard.recorder.waiting"), Is.EqualTo(new[] { 1L }));
    }

    [Test]
    public void Snapshots_SavesAndFailures_AreTold()
    {
        var status = new SnapshotStatus();
        using var gauges = new Rig(_time, null, status);
        status.NoteSaved(new SnapshotSummary(SampleExchanges.Start, 4_096, 3, 2, 1), TimeSpan.FromMilliseconds(250));
        status.NoteFailure("The disk is full.");
        _time.Advance(TimeSpan.FromSeconds(90));

        Assert.That(gauges.Read<long>("distillguard.snapshots", "saved"), Is.EqualTo(new[] { 1L }));
        Assert.That(gauges.Read<long>("distillguard.snapshots", "failed"), Is.EqualTo(new[] { 1L }));
        Assert.That(gauges.Read<long>("distillguard.snapshot.size"), Is.EqualTo(new[] { 4_096L }));
        Assert.That(gauges.Read<double>("distillguard.snapshot.duration"), Is.EqualTo(new[] { 0.25 }));
        Assert.That(gauges.Read<double>("distillguard.snapshot.age"), Is.EqualTo(new[] { 90.0 }));
    }

    [Test]
    public void Snapshots_OnlyRestored_TellItsAge()
    {
        var status = new SnapshotStatus();
        using var gauges = new Rig(_time, null, status);
        status.NoteRestored(new SnapshotSummary(SampleExchanges.Start - TimeSpan.FromMinutes(5), 4_096, 3, 2, 1));

        Assert.That(gauges.Read<double>("distillguard.snapshot.age"), Is.EqualTo(new[] { 300.0 }));
        Assert.That(gauges.Read<long>("distillguard.snapshot.size"), Is.Empty);
    }

    [Test]
    public void Neither_WasAdded_NothingIsTold()
    {
        using var gauges = new Rig(_time, null, null);

        Assert.That(gauges.Read<long>("distillguard.recorder.exchanges"), Is.Empty);
        Assert.That(gauges.Read<long>("distillguard.snapshots"), Is.Empty);
        Assert.That(gauges.Read<double>("distillguard.snapshot.age"), Is.Empty);
    }

    private sealed class Rig : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

        public Rig(TimeProvider time, TrafficRecorder? recorder, SnapshotStatus? snapshots)
        {
            _ = new StateGauges(new GuardInstruments(_services.GetRequiredService<IMeterFactory>()), time, recorder, snapshots);
        }

        public T[] Read<T>(string instrument, string? outcome = null)
            where T : struct
        {
            using var collector = new MetricCollector<T>(_services.GetRequiredService<IMeterFactory>(), GuardTelemetry.SourceName, instrument);
            collector.RecordObservableInstruments();
            return [.. collector.GetMeasurementSnapshot().Where(one => outcome is null || one.Tags.Values.Contains(outcome)).Select(one => one.Value)];
        }

        public void Dispose() => _services.Dispose();
    }
}
