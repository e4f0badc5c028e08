// SPDX-License-Identifier: MIT

using System.Text;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Text;

namespace DistillGuard.Benchmarks.Text;

/// <summary>
/// The parts of a request that read text, on one English prompt of 4 KB again and again, and on 512 in turn: a processor learns the word lengths and
/// sentence ends of one prompt by heart, and real prompts are new each time.
/// </summary>
public class UnseenTextBenchmarks
{
    private const int PromptBytes = 4096;

    private readonly PieceReader _reader = new(SampleCallers.Secret);
    private readonly RuleSet _rules = BuiltInRuleSets.Load();
    private readonly MatchScratch _scratch = new();
    private RequestBuffer[] _buffers = [];
    private int _next;

    [Params(1, 512)]
    public int Prompts { get; set; }

    [GlobalSetup]
    public void Prepare() => _buffers = [.. SamplePrompt.Different(Prompts, PromptBytes).Select(prompt => prompt.ToBuffer())];

    [Benchmark(Baseline = true)]
    public ulong StockSimHash() => WordShingles.SimHash(Encoding.UTF8.GetString(NextText()));

    [Benchmark]
    [HotPath]
    public int DistillGuardPieces()
    {
        var pieces = default(PieceList);
        _reader.Read(NextText(), ref pieces);
        return pieces.Count;
    }

    [Benchmark]
    [HotPath]
    public byte DistillGuardStyle() => StyleReader.Read(NextText()).Marks;

    [Benchmark]
    [HotPath]
    public int DistillGuardCounts()
    {
        var features = default(PromptFeatures);
        PromptFeatureReader.Measure(NextBuffer().Content, ref features);
        return features.Text.Words;
    }

    [Benchmark]
    [HotPath]
    public bool DistillGuardRules()
    {
        var hits = default(RuleHits);
        _rules.Match(NextBuffer().Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    private ReadOnlySpan<byte> NextText()
    {
        RequestContent content = NextBuffer().Content;
        return content[content.Parts[^1]];
    }

    private RequestBuffer NextBuffer()
    {
        int next = _next + 1;
        _next = next < _buffers.Length ? next : 0;
        return _buffers[_next];
    }
}
