// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>Listens to every instrument of one meter, and keeps its tags.</summary>
internal sealed class TagRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<(string Instrument, string Tag, string Value)> _tags = [];

    public TagRecorder(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                Instruments.Add(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _listener.Start();
    }

    /// <summary>The instruments there are.</summary>
    public HashSet<string> Instruments { get; } = [];

    /// <summary>Every tag recorded, with its value.</summary>
    public IEnumerable<string> Values => _tags.Select(static tag => $"{tag.Tag}={tag.Value}");

    /// <summary>The names of an instrument's tags.</summary>
    public IEnumerable<string> TagsOf(string instrument) => _tags.Where(tag => tag.Instrument == instrument).Select(static tag => tag.Tag).Distinct();

    public void RecordObservable() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            _tags.Add((instrument.Name, tag.Key, $"{tag.Value}"));
        }
    }
}
