// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Text;

namespace DistillGuard.Benchmarks.Text;

/// <summary>
/// Template pieces and text hash of a prompt, against the obvious way: regexes that cut, drop and normalise, and a keyed hash of each sentence; and
/// against SimHash and MinHash of word shingles. They sketch other things: what is checked before is that each knows the prompt with a few words
/// changed, and takes text of another language for something else.
/// </summary>
public partial class PieceReaderBenchmarks
{
    private const int FewestWords = 5;
    private const int ContentLetters = 4;

    private readonly PieceReader _reader = new(SampleCallers.Secret);
    private byte[] _key = [];

    [ParamsSource(nameof(Prompts))]
    public SamplePrompt Prompt { get; set; } = null!;

    public static IEnumerable<SamplePrompt> Prompts => SamplePrompt.Spread;

    [GlobalSetup]
    public void Prepare()
    {
        _key = SampleCallers.Secret.ToArray();
        CheckAnswers();
    }

    /// <summary>What is usual: a string, three regexes, LINQ and an HMAC for each sentence; a word is what has spaces around it.</summary>
    [Benchmark(Baseline = true)]
    public int StockRegexAndHmac()
    {
        string text = Slots().Replace(Encoding.UTF8.GetString(Prompt.Utf8), " ");
        var pieces = new HashSet<ulong>();
        foreach (string sentence in Ends().Split(text))
        {
            string[] words = [.. Words().Matches(sentence).Select(match => match.Value.ToLowerInvariant())];
            if (words.Length >= FewestWords)
            {
                string normal = string.Join(' ', words.Where(word => word.Length >= ContentLetters).Order(StringComparer.Ordinal));
                pieces.Add(BitConverter.ToUInt64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(normal))));
            }
        }

        return pieces.Count;
    }

    /// <summary>A dictionary of counted shingles, then 64 counters.</summary>
    [Benchmark]
    public ulong StockSimHash() => WordShingles.SimHash(Encoding.UTF8.GetString(Prompt.Utf8));

    /// <summary>A set of shingles, then the least of 64 permutations.</summary>
    [Benchmark]
    public ulong StockMinHash() => WordShingles.MinHash(Encoding.UTF8.GetString(Prompt.Utf8))[0];

    [Benchmark]
    [HotPath]
    public int DistillGuard()
    {
        var pieces = default(PieceList);
        _reader.Read(Prompt.Utf8, ref pieces);
        return pieces.Count;
    }

    [Benchmark]
    [HotPath]
    public ulong DistillGuardTextHash() => _reader.Hash(Prompt.Utf8, 0);

    // The changed prompt has another ending: what a template with one slot does. Chinese has no spaces, so its shingles of words are few and long.
    private void CheckAnswers()
    {
        string text = Prompt.Text;
        string changed = text[..(text.Length * 15 / 16)] + " 38 17 55";
        string other = new SamplePrompt(Prompt.Language == SampleLanguage.Russian ? SampleLanguage.English : SampleLanguage.Russian, 4096).Text;
        Check("SimHash", WordShingles.Likeness(WordShingles.SimHash(text), WordShingles.SimHash(changed)), WordShingles.Likeness(WordShingles.SimHash(text), WordShingles.SimHash(other)));
        Check("MinHash", WordShingles.Likeness(WordShingles.MinHash(text), WordShingles.MinHash(changed)), WordShingles.Likeness(WordShingles.MinHash(text), WordShingles.MinHash(other)));
        Check("DistillGuard", Shared(text, changed), Shared(text, other));
    }

    private void Check(string peer, double same, double other)
    {
        if (same < 0.7 || other > 0.7 || other > same - 0.2)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{peer} finds {Prompt} {same:P0} like itself with a few words changed, and {other:P0} like another text."));
        }
    }

    private double Shared(string left, string right)
    {
        var first = default(PieceList);
        var second = default(PieceList);
        _reader.Read(Encoding.UTF8.GetBytes(left), ref first);
        _reader.Read(Encoding.UTF8.GetBytes(right), ref second);
        int shared = first.Hashes64.ToArray().Intersect(second.Hashes64.ToArray()).Count();
        return shared / (double)Math.Max(1, first.Count);
    }

    [GeneratedRegex("\"[^\"\\n]*\"|“[^”\\n]*”|«[^»\\n]*»|`[^`\\n]*`|```.*?```|https?://\\S+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Slots();

    [GeneratedRegex(@"[\r\n。！？：；]|[.!?:](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
