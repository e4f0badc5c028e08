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
/// 500 phrases and 50 patterns, made up, over a prompt of 4 KB, also short and long. Stock rows and Hyperscan tell how many occur; ours folds the text, looks
/// for disguise, decides fifty rules of ten phrases and a pattern each. That all find the same rules is checked before.
/// </summary>
public class ScanCostBenchmarks
{
    private const int Rules = 50;
    private const int PhrasesOfRule = 10;

    // Compiling some 600 expressions takes seconds, so it is done once a process.
    private static readonly string[] AllPhrases = [.. new MadePhrases(Rules * PhrasesOfRule).All];

    private static readonly string[] Patterns =
        [.. AllPhrases.Where((_, i) => i % PhrasesOfRule == 0).Select(phrase => Regex.Escape(phrase) + " (of|for) [a-z]+ (each|every)")];

    private static readonly string[] Expressions = [.. AllPhrases.Select(Regex.Escape), .. Patterns];
    private static readonly Regex[] Loop = [.. Expressions.Select(Compiled)];
    private static readonly Regex[] PatternLoop = Loop[AllPhrases.Length..];
    private static readonly SearchValues<string> Values = SearchValues.Create(AllPhrases, StringComparison.OrdinalIgnoreCase);
    private static readonly AhoCorasickPeer Automaton = new(AllPhrases);
    private static readonly HyperscanPeer? Scanner = HyperscanPeer.TryCreate(Expressions);

    private readonly RuleSet _rules = RuleSet.Compile(Document());
    private readonly bool[] _found = new bool[AllPhrases.Length];
    private readonly MatchScratch _scratch = new();
    private readonly RequestBuffer _buffer = new();
    private string _text = string.Empty;
    private byte[] _utf8 = [];

    [Params(SearchedText.English, SearchedText.English256, SearchedText.English65536, SearchedText.Code, SearchedText.Hostile)]
    public SearchedText Prompt { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = SearchedTexts.Write(Prompt, AllPhrases);
        _utf8 = Encoding.UTF8.GetBytes(_text);
        _buffer.Clear();
        _buffer.Add(MessageRole.User, _utf8);
        CheckAnswers();
    }

    /// <summary>One compiled expression after the other.</summary>
    [Benchmark(Baseline = true)]
    public int StockRegexLoop() => CountMatches(Loop);

    /// <summary>All phrases at once, then the patterns one after the other.</summary>
    [Benchmark]
    public int StockSearchValuesAndRegex() => (_text.AsSpan().ContainsAny(Values) ? 1 : 0) + CountMatches(PatternLoop);

    /// <summary>The textbook's automaton finds which phrases occur; a pattern is tried where the phrase that it begins with does.</summary>
    [Benchmark]
    public int StockAhoCorasickAndRegex()
    {
        _found.AsSpan().Clear();
        int count = Automaton.Find(_utf8, _found);
        for (int i = 0; i < Rules; i++)
        {
            count += _found[i * PhrasesOfRule] && PatternLoop[i].IsMatch(_text) ? 1 : 0;
        }

        return count;
    }

    /// <summary>All at once. -1 where it is not installed.</summary>
    [Benchmark]
    public int Hyperscan() => Scanner?.Count(_utf8) ?? -1;

    [Benchmark]
    [HotPath]
    public bool DistillGuard()
    {
        RuleHits hits = default;
        _rules.Match(_buffer.Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    private static Regex Compiled(string pattern) =>
        new(pattern, RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    // A rule is found when one of its phrases is, or its pattern; the pattern never is without the phrase that it begins with.
    private void CheckAnswers()
    {
        bool[] phrases = [.. AllPhrases.Select(phrase => _text.Contains(phrase, StringComparison.OrdinalIgnoreCase))];
        bool[] patterns = [.. PatternLoop.Select(pattern => pattern.IsMatch(_text))];
        PeerAnswers.Check("the loop", [.. Loop.Select(expression => expression.IsMatch(_text))], [.. phrases, .. patterns]);
        PeerAnswers.Check("SearchValues", [_text.AsSpan().ContainsAny(Values)], [phrases.Contains(true)]);
        PeerAnswers.Check("Aho-Corasick", [StockAhoCorasickAndRegex() == phrases.Count(found => found) + patterns.Count(found => found), .. _found], [true, .. phrases]);
        if (Scanner is not null)
        {
            var found = new bool[Loop.Length];
            Scanner.Find(_utf8, found);
            PeerAnswers.Check("Hyperscan", found, [.. phrases, .. patterns]);
        }

        RuleHits hits = default;
        _rules.Match(_buffer.Content, _scratch, ref hits);
        PeerAnswers.Check(
            "DistillGuard",
            [.. Enumerable.Range(0, Rules).Select(rule => hits.Contains(rule))],
            [.. Enumerable.Range(0, Rules).Select(rule => patterns[rule] || phrases.AsSpan(rule * PhrasesOfRule, PhrasesOfRule).Contains(true))]);
    }

    private int CountMatches(Regex[] expressions)
    {
        int count = 0;
        foreach (Regex expression in expressions)
        {
            count += expression.IsMatch(_text) ? 1 : 0;
        }

        return count;
    }

    private static string Document()
    {
        IEnumerable<string> rules = AllPhrases.Chunk(PhrasesOfRule).Select((phrases, i) => $$"""
            {"id": "rule-{{i}}", "title": "t", "status": "stable", "tactic": "grading", "weight": 1, "description": "d", "references": ["r"],
             "falsePositives": ["f"], "condition": {"any": [{"phrases": {"any": {{JsonSerializer.Serialize(phrases)}} } },
               {"regex": {"pattern": {{JsonSerializer.Serialize(Patterns[i])}}, "requires": {{JsonSerializer.Serialize(phrases[0])}} } } ] } }
            """);
        return $$"""{"version": 1, "name": "cost", "revision": 1, "date": "2026-11-28", "rules": [{{string.Join(',', rules)}}] }""";
    }
}
