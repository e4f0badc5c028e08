// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Rules;

/// <summary>
/// The built-in catalogue over a prompt of 4 KB. The stock rows are given a ready string and search for the phrases only; ours folds
/// the UTF-8 text, finds which phrases occur and decides every rule's condition.
/// </summary>
public class RuleMatchBenchmarks
{
    private const int Bytes = 4096;

    private readonly RuleSet _rules = BuiltInRuleSets.Load();
    private readonly MatchScratch _scratch = new();
    private readonly SearchValues<string> _phrases = SearchValues.Create([.. CataloguePhrases.All], StringComparison.OrdinalIgnoreCase);
    private readonly Regex[] _perRule = [.. CataloguePhrases.ByRule.Select(Alternation)];
    private readonly RequestBuffer _buffer = new();
    private string _text = string.Empty;

    [Params(SearchedText.English, SearchedText.Chinese, SearchedText.Code, SearchedText.Hostile)]
    public SearchedText Prompt { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = Prompt switch
        {
            SearchedText.Chinese => new SamplePrompt(SampleLanguage.Chinese, Bytes).Text,
            SearchedText.Code => new SamplePrompt(SampleLanguage.Code, Bytes).Text,
            SearchedText.Hostile => CataloguePhrases.Hostile(Bytes),
            _ => new SamplePrompt(SampleLanguage.English, Bytes).Text,
        };
        _buffer.Add(MessageRole.User, _text);
    }

    /// <summary>All phrases at once, every occurrence. It does not tell which phrase it was.</summary>
    [Benchmark(Baseline = true)]
    public int StockSearchValues()
    {
        ReadOnlySpan<char> rest = _text;
        int found = 0;
        int at;
        while ((at = rest.IndexOfAny(_phrases)) >= 0)
        {
            found++;
            rest = rest[(at + 1)..];
        }

        return found;
    }

    /// <summary>One alternation a rule, whether it occurs.</summary>
    [Benchmark]
    public int StockRegexPerRule()
    {
        int found = 0;
        foreach (Regex regex in _perRule)
        {
            found += regex.IsMatch(_text) ? 1 : 0;
        }

        return found;
    }

    [Benchmark]
    [HotPath]
    public bool DistillGuard()
    {
        var hits = default(RuleHits);
        _rules.Match(_buffer.Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    private static Regex Alternation(string[] phrases) => new(
        string.Join('|', phrases.Select(Regex.Escape)),
        RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout);
}
