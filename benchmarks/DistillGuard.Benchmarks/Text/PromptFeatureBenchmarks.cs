// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Features;

namespace DistillGuard.Benchmarks.Text;

/// <summary>Lengths, words, lines, digits and scripts of a prompt, against the obvious counting over a string.</summary>
public partial class PromptFeatureBenchmarks
{
    private RequestBuffer _buffer = null!;

    [ParamsSource(nameof(Prompts))]
    public SamplePrompt Prompt { get; set; } = null!;

    public static IEnumerable<SamplePrompt> Prompts => SamplePrompt.Spread;

    [GlobalSetup]
    public void Prepare() => _buffer = Prompt.ToBuffer();

    /// <summary>What is usual: make a string, then LINQ and two regexes over it.</summary>
    [Benchmark(Baseline = true)]
    public int StockLinqAndRegex()
    {
        string text = Encoding.UTF8.GetString(_buffer.Content.Text);
        return Words().Count(text)
            + Cyrillic().Count(text)
            + text.EnumerateRunes().Count()
            + text.Count(char.IsLetter)
            + text.Count(char.IsDigit)
            + text.Split('\n').Length;
    }

    [Benchmark]
    [HotPath]
    public int DistillGuard()
    {
        var features = default(PromptFeatures);
        PromptFeatureReader.Measure(_buffer.Content, ref features);
        return features.Text.Words;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant)]
    private static partial Regex Cyrillic();
}
