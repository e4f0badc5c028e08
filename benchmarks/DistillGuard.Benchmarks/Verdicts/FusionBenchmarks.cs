// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks.Verdicts;

/// <summary>Signals to a verdict: added to the buffer, capped a family, summed, compared with the bar.</summary>
public class FusionBenchmarks
{
    private static readonly SignalInfo[] Infos = [.. Enum.GetValues<SignalFamily>().Select(Describe)];

    private readonly FusionOptions _options = new();
    private readonly FusionPolicy _policy = new(new FusionOptions());

    [Params(0, 3, 12)]
    public int Signals { get; set; }

    /// <summary>The short way to write it.</summary>
    [Benchmark(Baseline = true)]
    public double StockLinq()
    {
        var signals = new List<Signal>();
        for (int i = 0; i < Signals; i++)
        {
            signals.Add(new Signal(Infos[i % Infos.Length], 0.5f, i, 1));
        }

        return signals
            .Where(signal => !signal.Info.IsPolicy)
            .GroupBy(signal => signal.Info.Family)
            .Sum(family => Math.Min(family.Sum(signal => signal.Weight), _options.CapOf(family.Key)));
    }

    [Benchmark]
    [HotPath]
    public float DistillGuard()
    {
        var signals = default(SignalBuffer);
        for (int i = 0; i < Signals; i++)
        {
            signals.Add(new Signal(Infos[i % Infos.Length], 0.5f, i, 1));
        }

        var keys = default(SubjectKeys);
        var verdict = new Verdict(in signals, _policy.Fuse(signals.Signals), _policy.Bar, in keys, 1, default);
        return verdict.Score;
    }

    private static SignalInfo Describe(SignalFamily family) => new()
    {
        Id = "sample.signal",
        Title = "A signal of the benchmark",
        Family = family,
        Reason = "{0} of {1}",
        Innocent = "anybody.",
    };
}
