// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks;

/// <summary>A whole request, body in and verdict out, beside a gate of stock parts that searches the same phrases and counts accounts, and does nothing else.</summary>
public abstract class WholeRequestBenchmarks
{
    private const int FirstRequests = 5_000;

    private readonly CarefulStockGate _careful = new();
    private SampleGuard _lone = null!;
    private SampleBody[] _bodies = [];
    private int _next;

    private protected SampleGuard Sample { get; private set; } = null!;

    private protected SampleBody Body => _bodies[0];

    [Benchmark(Baseline = true)]
    public long StockCareful() => _careful.Inspect(Sample.NextAccount(), NextBody().Utf8, SampleCallers.Start.UtcTicks);

    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardBody() => Inspect(Sample).Level;

    /// <summary>Without groups: only detectors that look at one account.</summary>
    [Benchmark]
    [HotPath]
    public VerdictLevel DistillGuardAccountsOnly() => Inspect(_lone).Level;

    /// <summary>Makes both guards, and sends first requests to all that is compared.</summary>
    /// <param name="load">The accounts.</param>
    /// <param name="promptBytes">Length of a prompt.</param>
    /// <param name="prompts">How many prompts are sent in turn.</param>
    private protected void Prepare(TableLoad load, int promptBytes, int prompts = 1)
    {
        _bodies = [.. SamplePrompt.Different(prompts, promptBytes).Select(prompt => new SampleBody(ApiKind.OpenAIChatCompletions, prompt))];
        Sample = SampleGuard.Warm(load, hasGroups: true);
        _lone = SampleGuard.Warm(load, hasGroups: false);
        for (int i = 0; i < FirstRequests; i++)
        {
            _ = StockCareful();
            _ = DistillGuardBody();
            _ = DistillGuardAccountsOnly();
        }

        if (!Inspect(Sample).IsEvaluated || !Inspect(_lone).IsEvaluated)
        {
            throw new InvalidOperationException("The guard did not evaluate the sample.");
        }
    }

    private Verdict Inspect(SampleGuard sample)
    {
        SampleBody body = NextBody();
        InferenceRequest request = sample.Next(body.Api);
        return sample.Guard.Inspect(in request, body.Utf8);
    }

    private SampleBody NextBody()
    {
        int next = _next + 1;
        _next = next < _bodies.Length ? next : 0;
        return _bodies[_next];
    }
}
