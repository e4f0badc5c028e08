// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Text;

namespace DistillGuard.Benchmarks.Text;

/// <summary>Template pieces and text hash of a prompt, against the obvious way: regexes that cut, drop and normalise, and a keyed hash of each sentence.</summary>
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
    public void Prepare() => _key = SampleCallers.Secret.ToArray();

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

    [GeneratedRegex("\"[^\"\\n]*\"|“[^”\\n]*”|«[^»\\n]*»|`[^`\\n]*`|```.*?```|https?://\\S+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Slots();

    [GeneratedRegex(@"[\r\n。！？：；]|[.!?:](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
