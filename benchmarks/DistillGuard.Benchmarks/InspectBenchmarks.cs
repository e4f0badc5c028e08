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
public class InspectBenchmarks : WholeRequestBenchmarks
{
    private readonly RequestBuffer _buffer = new();
    private TypicalStockGate? _typical;

    [Params(256, 4096, 65_536)]
    public int PromptBytes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        Prepare(SampleGuard.UsualLoad, PromptBytes);
        _ = RequestReader.Read(Body.Api, Body.Utf8, _buffer);
    }

    [GlobalCleanup]
    public void Clean() => _typical?.Dispose();

    /// <summary>Made when first called: compiling its expressions takes seconds.</summary>
    [Benchmark]
    [AnalysisOnly("65536")]
    public int StockTypical() => (_typical ??= new TypicalStockGate()).Inspect(Sample.NextAccount(), Body.Utf8);

    /// <summary>With the body read before.</summary>
    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardContent()
    {
        InferenceRequest request = Sample.Next(Body.Api) with { Content = _buffer.Content };
        return Sample.Guard.Inspect(in request).Level;
    }
}
