// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Testing.Benchmarks;

/// <summary>
/// What one's own rules cost beside the catalogue that comes with the library, and what they hit: derive, name the rules and some prompts, and
/// run it with BenchmarkDotNet.
/// </summary>
/// <remarks>
/// Each benchmark matches every prompt of <see cref="Prompts"/> once; a column gives the time per KB of prompt. Two more tell how many of a
/// thousand benign prompts are hit, and of a thousand others. Nothing is allocated once the buffers have grown; a column says so.
/// </remarks>
[MemoryDiagnoser]
[Config(typeof(RuleSetBenchmarkConfig))]
public abstract class RuleSetBenchmarks
{
    private readonly MatchScratch _scratch = new();
    private RequestBuffer[] _requests = [];
    private bool[] _benign = [];
    private RuleSet _catalogue = RuleSet.Empty;
    private RuleSet _own = RuleSet.Empty;
    private RuleSet _together = RuleSet.Empty;

    /// <summary>The rule documents that are measured.</summary>
    protected abstract IReadOnlyList<RuleSetSource> Rules { get; }

    /// <summary>Prompts like those of real traffic. Benign ones are those that no rule should hit.</summary>
    protected abstract IEnumerable<BenchmarkPrompt> Prompts { get; }

    /// <summary>Which rules are used: how sensitive, and what to make of single ones. Default: level 1.</summary>
    protected virtual RuleSetOptions Options => new();

    /// <summary>Compiles the rules and makes the requests.</summary>
    /// <exception cref="RuleSetException">The rules have mistakes.</exception>
    /// <exception cref="InvalidOperationException">There are no prompts.</exception>
    [GlobalSetup]
    public void Prepare()
    {
        BenchmarkPrompt[] prompts = [.. Prompts];
        if (prompts.Length == 0)
        {
            throw new InvalidOperationException($"{GetType().Name}.{nameof(Prompts)} is empty; give prompts like those of real traffic.");
        }

        _requests = [.. prompts.Select(ToRequest)];
        _benign = [.. prompts.Select(prompt => prompt.IsBenign)];
        _catalogue = BuiltInRuleSets.Load();
        _own = RuleSet.Compile(Rules, Options);
        _together = RuleSet.Compile([.. BuiltInRuleSets.Sources(), .. Rules], Options);
    }

    /// <summary>The catalogue alone.</summary>
    [Benchmark(Baseline = true)]
    public int Catalogue() => MatchAll(_catalogue);

    /// <summary>The own rules alone.</summary>
    [Benchmark]
    public int Own() => MatchAll(_own);

    /// <summary>Catalogue and own rules, compiled together.</summary>
    [Benchmark]
    public int Together() => MatchAll(_together);

    /// <summary>What a benchmark hits, measured once and apart from its time.</summary>
    /// <param name="benchmark">Name of the benchmark's method.</param>
    internal RuleQuality Measure(string benchmark)
    {
        Prepare();
        RuleSet rules = benchmark switch { nameof(Catalogue) => _catalogue, nameof(Own) => _own, _ => _together };
        var quality = default(RuleQuality);
        for (int i = 0; i < _requests.Length; i++)
        {
            quality.Add(Match(rules, _requests[i]), _benign[i], _requests[i].TextLength);
        }

        return quality;
    }

    private static RequestBuffer ToRequest(BenchmarkPrompt prompt)
    {
        var buffer = new RequestBuffer();
        if (prompt.System is not null)
        {
            buffer.Add(MessageRole.System, prompt.System);
        }

        buffer.Add(MessageRole.User, prompt.User);
        return buffer;
    }

    private int MatchAll(RuleSet rules)
    {
        int hits = 0;
        foreach (RequestBuffer request in _requests)
        {
            hits += Match(rules, request) ? 1 : 0;
        }

        return hits;
    }

    private bool Match(RuleSet rules, RequestBuffer request)
    {
        RuleHits hits = default;
        rules.Match(request.Content, _scratch, ref hits);
        return !hits.IsEmpty;
    }
}
