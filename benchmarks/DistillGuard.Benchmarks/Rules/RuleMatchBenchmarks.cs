// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Rules;

/// <summary>
/// The built-in catalogue over a prompt of 4 KB, also short and long. The stock rows are given a ready string, the automaton and Hyperscan ready UTF-8, and
/// search for the phrases only; ours folds the UTF-8 text, finds which phrases occur and decides every rule's condition. That all peers find the same
/// phrases is checked before.
/// </summary>
public class RuleMatchBenchmarks
{
    // Compiling the expressions takes seconds, so it is done once a process.
    private static readonly RuleSet Catalogue = BuiltInRuleSets.Load();
    private static readonly SearchValues<string> Phrases = SearchValues.Create([.. CataloguePhrases.All], StringComparison.OrdinalIgnoreCase);
    private static readonly Regex[] PerRule = [.. CataloguePhrases.ByRule.Select(Alternation)];
    private static readonly AhoCorasickPeer Automaton = new(CataloguePhrases.All);
    private static readonly HyperscanPeer? Scanner = HyperscanPeer.TryCreate([.. CataloguePhrases.All.Select(Regex.Escape)]);

    private readonly bool[] _found = new bool[CataloguePhrases.All.Count];
    private readonly MatchScratch _scratch = new();
    private readonly RequestBuffer _buffer = new();
    private string _text = string.Empty;
    private byte[] _utf8 = [];

    [Params(SearchedText.English, SearchedText.English256, SearchedText.English65536, SearchedText.Chinese, SearchedText.Code, SearchedText.Hostile)]
    public SearchedText Prompt { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = SearchedTexts.Write(Prompt, CataloguePhrases.All);
        _utf8 = Encoding.UTF8.GetBytes(_text);
        _buffer.Clear();
        _buffer.Add(MessageRole.User, _utf8);
        CheckAnswers();
    }

    /// <summary>All phrases at once, every occurrence. It does not tell which phrase it was.</summary>
    [Benchmark(Baseline = true)]
    public int StockSearchValues()
    {
        ReadOnlySpan<char> rest = _text;
        int found = 0;
        int at;
        while ((at = rest.IndexOfAny(Phrases)) >= 0)
        {
            found++;
            rest = rest[(at + 1)..];
        }

        return found;
    }

    /// <summary>One alternation a rule, whether it occurs: tens of milliseconds.</summary>
    [Benchmark]
    [AnalysisOnly(nameof(SearchedText.English65536), nameof(SearchedText.Code), nameof(SearchedText.Hostile))]
    public int StockRegexPerRule()
    {
        int found = 0;
        foreach (Regex regex in PerRule)
        {
            found += regex.IsMatch(_text) ? 1 : 0;
        }

        return found;
    }

    /// <summary>Which phrases occur, by the textbook's automaton.</summary>
    [Benchmark]
    public int StockAhoCorasick()
    {
        _found.AsSpan().Clear();
        return Automaton.Find(_utf8, _found);
    }

    /// <summary>How many phrases occur. -1 where it is not installed.</summary>
    [Benchmark]
    public int Hyperscan() => Scanner?.Count(_utf8) ?? -1;

    [Benchmark]
    [HotPath]
    public bool DistillGuard()
    {
        var hits = default(RuleHits);
        Catalogue.Match(_buffer.Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    private void CheckAnswers()
    {
        bool[] expected = [.. CataloguePhrases.All.Select(phrase => _text.Contains(phrase, StringComparison.OrdinalIgnoreCase))];
        _ = StockAhoCorasick();
        PeerAnswers.Check("Aho-Corasick", _found, expected);
        PeerAnswers.Check("SearchValues", [StockSearchValues() > 0], [expected.Contains(true)]);
        PeerAnswers.Check("Regex", [.. PerRule.Select(rule => rule.IsMatch(_text))], [.. CataloguePhrases.ByRule.Select(Occurs)]);
        if (Scanner is not null)
        {
            var found = new bool[expected.Length];
            Scanner.Find(_utf8, found);
            PeerAnswers.Check("Hyperscan", found, expected);
        }
    }

    private bool Occurs(string[] phrases) => phrases.Any(phrase => _text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static Regex Alternation(string[] phrases) => new(
        string.Join('|', phrases.Select(Regex.Escape)),
        RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout);
}
