// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Features;
using DistillGuard.Groups;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Benchmarks.Statistics;

/// <summary>
/// What a request adds to what is known of how prompts are distributed, for prompts of some 400 bytes. The stock row makes a style vector of the new prompt
/// and computes the maximum mean discrepancy of two windows again. Ours keep sums: the window of one surface (style, length, hashed n-grams,
/// order of words, and all four statistics after it), and what <c>Inspect</c> and the analysis plane do for an account (sketch, style, sum).
/// That both windows tell code from prose, and prose from code no better than by chance from prose, is checked before.
/// </summary>
public class WindowBenchmarks
{
    private const int Prompts = 512;
    private const int PromptBytes = 400;
    private const double KernelWidth = StyleVector.Length;

    private readonly SketchReader _sketches = new(SampleCallers.Secret);
    private readonly HashedNGrams _ngrams = new(17);
    private readonly HashedWords _wordHash = new(17);
    private readonly List<int> _words = [];
    private readonly float[] _style = new float[StyleVector.Length];
    private readonly float[] _buckets = new float[HashedNGrams.Buckets];
    private readonly WindowSums _sums = new();
    private byte[][] _prose = [];
    private byte[][] _code = [];
    private float[][] _reference = [];
    private float[][] _window = [];
    private float[] _scale = [];
    private WindowReference _known = null!;
    private PromptSum _account;
    private int _next;

    [Params(100, 200)]
    public int Window { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _prose = Write(SampleLanguage.English);
        _code = Write(SampleLanguage.Code);
        var rows = new FeatureRows(17);
        foreach (byte[] prompt in _prose)
        {
            rows.Add(prompt);
        }

        _known = WindowReference.Fit(rows, [.. Enumerable.Range(0, Prompts / 2)]);
        _scale = [.. Enumerable.Range(0, StyleVector.Length).Select(i => Deviation(rows, i))];
        _reference = [.. _prose.Take(Window).Select(StyleOf)];
        CheckAnswers();
        _window = [.. _prose.TakeLast(Window).Select(StyleOf)];
    }

    [Benchmark(Baseline = true)]
    public double StockNaiveMmd()
    {
        int at = _next++;
        _window[at % Window] = StyleOf(_prose[at % Prompts]);
        return NaiveMmd.Squared(_reference, _window, KernelWidth);
    }

    /// <summary>A window of one surface: four statistics, as they stand after this prompt.</summary>
    [Benchmark]
    public double DistillGuardWindow()
    {
        AddToWindow(_prose[_next++ % Prompts]);
        WindowScores scores = _sums.Scores();
        if (_sums.Count == Window)
        {
            _sums.Clear();
        }

        return scores.Of(WindowParts.Style) + scores.Of(WindowParts.NGrams);
    }

    /// <summary>What is remembered of an account: style and a sketch of byte trigrams, added to the sums of ten prompts.</summary>
    [Benchmark]
    [HotPath]
    public bool DistillGuardAccount()
    {
        byte[] prompt = _prose[_next++ % Prompts];
        var sketch = default(PromptSketch);
        PromptStyle style = StyleReader.Read(prompt);
        _sketches.Read(prompt, ref sketch);
        _account.Add(in style, in sketch);
        if (!_account.IsFull)
        {
            return false;
        }

        _account = default;
        return true;
    }

    private static byte[][] Write(SampleLanguage language)
    {
        var chain = new WordChain(language);
        return [.. Enumerable.Range(0, Prompts).Select(i => System.Text.Encoding.UTF8.GetBytes(chain.Write(PromptBytes, i)))];
    }

    private static float Deviation(FeatureRows rows, int dimension)
    {
        float[] values = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Style(row)[dimension])];
        float mean = values.Average();
        return Math.Max(1e-3f, MathF.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }

    private float[] StyleOf(byte[] prompt)
    {
        float[] style = new float[StyleVector.Length];
        StyleVector.Read(prompt, style);
        for (int i = 0; i < style.Length; i++)
        {
            style[i] /= _scale[i];
        }

        return style;
    }

    private void AddToWindow(byte[] prompt)
    {
        _words.Clear();
        StyleVector.Read(prompt, _style);
        _ngrams.Read(prompt, _buckets);
        _wordHash.Read(prompt, _words);
        _known.Add(_style, _buckets, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words), _sums);
    }

    private void CheckAnswers()
    {
        double prose = Score(_prose.TakeLast(Window));
        double code = Score(_code.TakeLast(Window));
        double proseMmd = NaiveMmd.Squared(_reference, [.. _prose.TakeLast(Window).Select(StyleOf)], KernelWidth);
        double codeMmd = NaiveMmd.Squared(_reference, [.. _code.TakeLast(Window).Select(StyleOf)], KernelWidth);
        if (code < 10 * Math.Abs(prose) || codeMmd < 10 * Math.Abs(proseMmd))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Prose and code are not told apart: {prose:G3} and {code:G3} by sums, {proseMmd:G3} and {codeMmd:G3} by pairs."));
        }
    }

    private double Score(IEnumerable<byte[]> prompts)
    {
        foreach (byte[] prompt in prompts)
        {
            AddToWindow(prompt);
        }

        double score = _sums.Scores().Of(WindowParts.Style);
        _sums.Clear();
        return score;
    }
}
