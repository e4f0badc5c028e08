// SPDX-License-Identifier: MIT

using System.IO.Compression;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.TrafficLogs;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>A recorder with its pump, a folder of its own and a clock that stands still.</summary>
internal sealed class RecorderRig : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly RecorderPump _pump;

    public RecorderRig(Action<RecorderOptions>? change = null)
    {
        Options = new RecorderOptions { Folder = Path.Combine(_state.Folder, "log"), Key = TemporaryState.Secret, Compress = false };
        change?.Invoke(Options);
        var tally = new RecorderTally();
        Recorder = new TrafficRecorder(Options, tally);
        _pump = new RecorderPump(Recorder, Options, tally, Time, Log);
    }

    public RecorderOptions Options { get; }

    public TrafficRecorder Recorder { get; }

    public FakeTimeProvider Time { get; } = new(SampleExchanges.Start);

    public RecordingLogger Log { get; } = new();

    public IReadOnlyList<string> Files => Directory.Exists(Options.Folder) ? [.. Directory.GetFiles(Options.Folder).Order(StringComparer.Ordinal)] : [];

    public void Turn() => _pump.Turn();

    public void Finish() => _pump.Finish();

    public RecorderRig Send(GuardedExchange exchange, params string[] signatures)
    {
        Recorder.Inspected(exchange);
        exchange.RequestBody = default;
        exchange.Answer(200, signatures);
        Recorder.Completed(exchange);
        return this;
    }

    /// <summary>All lines of all files.</summary>
    public string Text() => string.Concat(Files.Select(Read));

    /// <summary>What a reader makes of all files: of each entry what is asked for. It must find no problem.</summary>
    public List<T> Entries<T>(Func<TrafficLogEntry, T> select)
    {
        var entries = new List<T>();
        foreach (string file in Files)
        {
            using TrafficLogReader reader = TrafficLogReader.Open(file);
            while (reader.Read(out TrafficLogEntry entry))
            {
                entries.Add(select(entry));
            }

            Assert.That(reader.Problems, Is.Empty);
        }

        return entries;
    }

    public void Dispose()
    {
        _pump.Dispose();
        _state.Dispose();
    }

    private static string Read(string file)
    {
        using Stream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }
}
