// SPDX-License-Identifier: MIT

using System.Diagnostics.Metrics;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>The instruments that requests write to. What the guard counts itself is in <see cref="GuardGauges"/>.</summary>
internal sealed class GuardInstruments
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "DistillGuard";

    // Inspection takes microseconds, and whatever takes milliseconds is worth seeing.
    private static readonly double[] InspectSeconds = [1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 5e-2, 0.25];
    private static readonly double[] LookSeconds = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private static readonly long[] Bytes = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];

    // Those that the conventions advise for gen_ai.client.token.usage.
    private static readonly long[] Tokens =
        [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];

    public GuardInstruments(IMeterFactory meters)
    {
        Meter = meters.Create(Name);
        Exchanges = Counter(InstrumentNames.Exchanges);
        NotEvaluated = Counter(InstrumentNames.NotEvaluated);
        Verdicts = Counter(InstrumentNames.Verdicts);
        Signals = Counter(InstrumentNames.Signals);
        Actions = Counter(InstrumentNames.Actions);
        InspectDuration = Histogram(InstrumentNames.InspectDuration, InspectSeconds);
        RequestSize = Histogram(InstrumentNames.RequestSize, Bytes);
        ResponseSize = Histogram(InstrumentNames.ResponseSize, Bytes);
        TokenUsage = Histogram(InstrumentNames.TokenUsage, Tokens);
        LookDuration = Histogram(InstrumentNames.LookDuration, LookSeconds);
    }

    public Meter Meter { get; }

    public Counter<long> Exchanges { get; }

    public Counter<long> NotEvaluated { get; }

    public Counter<long> Verdicts { get; }

    public Counter<long> Signals { get; }

    public Counter<long> Actions { get; }

    public Histogram<double> InspectDuration { get; }

    public Histogram<long> RequestSize { get; }

    public Histogram<long> ResponseSize { get; }

    public Histogram<long> TokenUsage { get; }

    public Histogram<double> LookDuration { get; }

    private Counter<long> Counter(InstrumentInfo info) => Meter.CreateCounter<long>(info.Name, info.Unit, info.Description);

    private Histogram<TValue> Histogram<TValue>(InstrumentInfo info, TValue[] boundaries)
        where TValue : struct => Meter.CreateHistogram(
            info.Name, info.Unit, info.Description, tags: null, new InstrumentAdvice<TValue> { HistogramBucketBoundaries = boundaries });
}
