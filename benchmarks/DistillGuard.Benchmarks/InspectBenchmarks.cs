// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Apis;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks;

/// <summary>
/// A whole request: body in, verdict out. 100,000 accounts in turn, an English prompt after a short conversation, the built-in
/// catalogue, every detector and analyzer of the library; what the analysis plane takes in is part of the time. The stock gates search the same
/// phrases and count accounts, and do nothing else.
/// </summary>
public class InspectBenchmarks
{
    private const int FirstRequests = 5_000;

    private readonly RequestBuffer _buffer = new();
    private SampleGuard _sample = null!;
    private SampleGuard _lone = null!;
    private SampleBody _body = null!;
    private TypicalStockGate? _typical;
    private CarefulStockGate _careful = null!;

    [Params(256, 4096, 65_536)]
    public int PromptBytes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, PromptBytes));
        _sample = SampleGuard.Warm(SampleGuard.UsualLoad, hasGroups: true);
        _lone = SampleGuard.Warm(SampleGuard.UsualLoad, hasGroups: false);
        _careful = new CarefulStockGate();
        _ = RequestReader.Read(_body.Api, _body.Utf8, _buffer);
        for (int i = 0; i < FirstRequests; i++)
        {
            _ = StockCareful();
            _ = DistillGuardBody();
            _ = DistillGuardAccountsOnly();
        }

        InferenceRequest request = _sample.Next(_body.Api);
        if (!_sample.Guard.Inspect(in request, _body.Utf8).IsEvaluated)
        {
            throw new InvalidOperationException("The guard did not evaluate the sample.");
        }
    }

    [GlobalCleanup]
    public void Clean() => _typical?.Dispose();

    /// <summary>Made when first called: compiling its expressions takes seconds.</summary>
    [Benchmark]
    [AnalysisOnly("65536")]
    public int StockTypical() => (_typical ??= new TypicalStockGate()).Inspect(_sample.NextAccount(), _body.Utf8);

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

    /// <summary>With the body read before.</summary>
    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardContent()
    {
        InferenceRequest request = _sample.Next(_body.Api) with { Content = _buffer.Content };
        return _sample.Guard.Inspect(in request).Level;
    }
}
