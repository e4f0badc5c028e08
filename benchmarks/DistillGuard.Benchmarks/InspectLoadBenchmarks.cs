// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks;

/// <summary>
/// A whole request, body in and verdict out, against the number of accounts and how requests spread over them. 4 KB of English, everything else as in
/// <see cref="InspectBenchmarks"/>. Five million accounts: the verb <c>memory-scale</c>.
/// </summary>
[AnalysisOnly("1000000-Uniform", "1000000-Zipf")]
public class InspectLoadBenchmarks
{
    private const int FirstRequests = 5_000;

    private readonly SampleBody _body = new(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 4096));
    private readonly CarefulStockGate _careful = new();
    private SampleGuard _sample = null!;
    private SampleGuard _lone = null!;

    [ParamsSource(nameof(Loads))]
    public TableLoad Load { get; set; } = null!;

    public static IEnumerable<TableLoad> Loads =>
    [
        new(1_000, KeySpread.Uniform),
        new(1_000, KeySpread.Zipf),
        new(100_000, KeySpread.Uniform),
        new(100_000, KeySpread.Zipf),
        new(1_000_000, KeySpread.Uniform),
        new(1_000_000, KeySpread.Zipf),
    ];

    [GlobalSetup]
    public void Prepare()
    {
        _sample = SampleGuard.Warm(Load, hasGroups: true);
        _lone = SampleGuard.Warm(Load, hasGroups: false);
        for (int i = 0; i < FirstRequests; i++)
        {
            _ = StockCareful();
            _ = DistillGuardBody();
            _ = DistillGuardAccountsOnly();
        }
    }

    [Benchmark(Baseline = true)]
    public long StockCareful() => _careful.Inspect(_sample.NextAccount(), _body.Utf8, SampleCallers.Start.UtcTicks);

    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardBody()
    {
        InferenceRequest request = _sample.Next(_body.Api);
        return _sample.Guard.Inspect(in request, _body.Utf8).Level;
    }

    /// <summary>Without groups: only detectors that look at one account.</summary>
    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardAccountsOnly()
    {
        InferenceRequest request = _lone.Next(_body.Api);
        return _lone.Guard.Inspect(in request, _body.Utf8).Level;
    }
}
