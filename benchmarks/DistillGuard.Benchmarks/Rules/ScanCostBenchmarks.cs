// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Rules;

/// <summary>
/// 500 phrases and 50 patterns, made up, over a prompt of 4 KB. Stock rows and Hyperscan tell how many occur; ours folds the text, looks for
/// disguise, decides fifty rules of ten phrases and a pattern each.
/// </summary>
public class ScanCostBenchmarks
{
    private const int Bytes = 4096;
    private const int Rules = 50;
    private const int PhrasesOfRule = 10;
    private const int Seed = 20261128;

    private static readonly string[] Words =
    [
        "hidden", "internal", "reasoning", "answer", "rubric", "score", "instruction", "dataset", "harder", "rewrite", "verbatim", "transcript",
        "persona", "diverse", "synthetic", "trajectory", "preference", "evaluate", "paragraph", "question", "snippet", "function", "difficulty", "label",
    ];

    private readonly string[][] _phrases;
    private readonly string[] _patterns;
    private readonly Regex[] _loop;
    private readonly Regex[] _patternLoop;
    private readonly SearchValues<string> _values;
    private readonly RuleSet _rules;
    private readonly MatchScratch _scratch = new();
    private readonly RequestBuffer _buffer = new();
    private HyperscanPeer? _hyperscan;
    private string _text = string.Empty;
    private byte[] _utf8 = [];

    public ScanCostBenchmarks()
    {
        var random = new Random(Seed);
        _phrases = [.. Enumerable.Range(0, Rules).Select(_ => Enumerable.Range(0, PhrasesOfRule).Select(_ => Phrase(random)).Distinct(StringComparer.Ordinal).ToArray())];
        _patterns = [.. _phrases.Select(phrases => Regex.Escape(phrases[0]) + " (of|for) [a-z]+ (each|every)")];
        _loop = [.. _phrases.SelectMany(phrases => phrases).Select(Regex.Escape).Concat(_patterns).Select(Compiled)];
        _patternLoop = [.. _patterns.Select(Compiled)];
        _values = SearchValues.Create([.. _phrases.SelectMany(phrases => phrases)], StringComparison.OrdinalIgnoreCase);
        _rules = RuleSet.Compile(Document());
    }

    [Params(SearchedText.English, SearchedText.Code, SearchedText.Hostile)]
    public SearchedText Prompt { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = Prompt switch
        {
            SearchedText.Code => new SamplePrompt(SampleLanguage.Code, Bytes).Text,
            SearchedText.Hostile => string.Join(' ', _phrases.SelectMany(phrases => phrases))[..Bytes],
            _ => new SamplePrompt(SampleLanguage.English, Bytes).Text,
        };
        _utf8 = Encoding.UTF8.GetBytes(_text);
        _buffer.Clear();
        _buffer.Add(MessageRole.User, _utf8);
        _hyperscan = HyperscanPeer.TryCreate([.. _phrases.SelectMany(phrases => phrases).Select(Regex.Escape).Concat(_patterns)]);
    }

    [GlobalCleanup]
    public void Clean() => _hyperscan?.Dispose();

    /// <summary>One compiled expression after the other.</summary>
    [Benchmark(Baseline = true)]
    public int StockRegexLoop() => CountMatches(_loop);

    /// <summary>All phrases at once, then the patterns one after the other.</summary>
    [Benchmark]
    public int StockSearchValuesAndRegex() => (_text.AsSpan().ContainsAny(_values) ? 1 : 0) + CountMatches(_patternLoop);

    /// <summary>All at once. -1 where it is not installed.</summary>
    [Benchmark]
    public int Hyperscan() => _hyperscan?.Count(_utf8) ?? -1;

    [Benchmark]
    public bool DistillGuard()
    {
        RuleHits hits = default;
        _rules.Match(_buffer.Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    private static string Phrase(Random random) =>
        string.Join(' ', Enumerable.Range(0, 3).Select(_ => Words[random.Next(Words.Length)]));

    private static Regex Compiled(string pattern) =>
        new(pattern, RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private int CountMatches(Regex[] expressions)
    {
        int count = 0;
        foreach (Regex expression in expressions)
        {
            count += expression.IsMatch(_text) ? 1 : 0;
        }

        return count;
    }

    private string Document()
    {
        IEnumerable<string> rules = _phrases.Select((phrases, i) => $$"""
            {"id": "rule-{{i}}", "title": "t", "status": "stable", "tactic": "grading", "weight": 1, "description": "d", "references": ["r"],
             "falsePositives": ["f"], "condition": {"any": [{"phrases": {"any": {{JsonSerializer.Serialize(phrases)}} } },
               {"regex": {"pattern": {{JsonSerializer.Serialize(_patterns[i])}}, "requires": {{JsonSerializer.Serialize(phrases[0])}} } } ] } }
            """);
        return $$"""{"version": 1, "name": "cost", "revision": 1, "date": "2026-11-28", "rules": [{{string.Join(',', rules)}}] }""";
    }
}
