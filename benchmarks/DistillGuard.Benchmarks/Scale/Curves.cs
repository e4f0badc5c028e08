// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DistillGuard.Benchmarks.Groups;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>How the cost grows with the length of the prompt, the number of phrases, of accounts and of groups: four tables, least times.</summary>
internal sealed class Curves
{
    private const int PhrasesOfRule = 10;
    private const int MembersOfGroup = 40;
    private const int RequestsOfMember = 4;

    private static readonly int[] Lengths = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_000_000];
    private static readonly int[] PhraseCounts = [10, 50, 200, 500, 1_000];
    private static readonly int[] AccountCounts = [1_000, 10_000, 100_000, 1_000_000];
    private static readonly int[] GroupCounts = [0, 1, 10, 100];

    private readonly TextWriter _output;

    private Curves(TextWriter output) => _output = output;

    public static int Run(TextWriter output)
    {
        var curves = new Curves(output);
        curves.ByLength();
        curves.ByPhrases();
        curves.ByAccounts();
        curves.ByGroups();
        return 0;
    }

    private void ByLength()
    {
        SampleGuard lone = SampleGuard.Warm(new TableLoad(1_000, KeySpread.Uniform), hasGroups: false);
        SampleGuard whole = SampleGuard.Warm(new TableLoad(1_000, KeySpread.Uniform), hasGroups: true);
        var careful = new CarefulStockGate();
        Head("English prompt, bytes", "careful gate, us", "accounts only, us", "with groups, us", "accounts only, GB/s");
        foreach (int length in Lengths)
        {
            var body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, length));
            double stock = LeastTime.Of(() => careful.Inspect(lone.NextAccount(), body.Utf8, 0));
            double accounts = LeastTime.Of(() => Inspect(lone, body));
            Row($"{length:N0}", stock, accounts, LeastTime.Of(() => Inspect(whole, body)), length / accounts / 1000);
        }
    }

    private void ByPhrases()
    {
        string text = new SamplePrompt(SampleLanguage.English, 4_096).Text;
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, utf8);
        var scratch = new MatchScratch();
        Head("phrases, over 4 KB of English", "SearchValues, us", "Aho-Corasick, us", "Hyperscan, us", "DistillGuard, us");
        foreach (int count in PhraseCounts)
        {
            string[] phrases = [.. new MadePhrases(count).All];
            var values = System.Buffers.SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
            var automaton = new AhoCorasickPeer(phrases);
            bool[] found = new bool[count];
            using HyperscanPeer? hyperscan = HyperscanPeer.TryCreate(phrases);
            RuleSet rules = RuleSet.Compile(Document(phrases));
            Row(
                $"{count:N0}",
                LeastTime.Of(() => _ = text.AsSpan().ContainsAny(values)),
                LeastTime.Of(() => automaton.Find(utf8, found)),
                hyperscan is null ? double.NaN : LeastTime.Of(() => hyperscan.Count(utf8)),
                LeastTime.Of(() =>
                {
                    RuleHits hits = default;
                    rules.Match(buffer.Content, scratch, ref hits);
                }));
        }
    }

    private void ByAccounts()
    {
        var body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 4_096));
        Head("accounts, 4 KB of English", "careful gate, us", "accounts only, us", "with groups, us", "accounts only, Zipf, us");
        foreach (int count in AccountCounts)
        {
            var careful = new CarefulStockGate();
            var uniform = new TableLoad(count, KeySpread.Uniform);
            var lone = new SampleGuard(uniform, hasGroups: false);
            var whole = new SampleGuard(uniform);
            var zipf = new SampleGuard(new TableLoad(count, KeySpread.Zipf), hasGroups: false);
            lone.SendFromAll();
            whole.SendFromAll();
            zipf.SendFromAll();
            foreach (string account in lone.Traffic.Ids)
            {
                _ = careful.Inspect(account, "{}"u8.ToArray(), 0);
            }

            Row(
                $"{count:N0}",
                LeastTime.Of(() => careful.Inspect(lone.NextAccount(), body.Utf8, 0)),
                LeastTime.Of(() => Inspect(lone, body)),
                LeastTime.Of(() => Inspect(whole, body)),
                LeastTime.Of(() => Inspect(zipf, body)));
        }
    }

    // Groups that share a template of five sentences; what a look takes, and how many it finds.
    private void ByGroups()
    {
        Head("groups of 40 accounts among 10,000", "a request, us", "taking it in, us", "a look, ms", "groups found");
        foreach (int count in GroupCounts)
        {
            var traffic = new GroupTraffic(accounts: 10_000, count, MembersOfGroup);
            DistillationGuard guard = new DistillationGuardBuilder().UseSecret(SampleCallers.Secret).AddGroupAnalyzers().Build();
            double inspecting = 0;
            double taking = 0;
            int requests = 10_000 * RequestsOfMember;
            for (int i = 0; i < requests; i++)
            {
                InferenceRequest request = traffic.Next();
                long start = Stopwatch.GetTimestamp();
                _ = guard.Inspect(in request);
                inspecting += Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (i % 4_096 == 0 || i == requests - 1)
                {
                    start = Stopwatch.GetTimestamp();
                    _ = guard.Analyze(DateTimeOffset.UnixEpoch);
                    taking += Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                }
            }

            long look = Stopwatch.GetTimestamp();
            _ = guard.AnalyzeNow(traffic.Time);
            double milliseconds = Stopwatch.GetElapsedTime(look).TotalMilliseconds;
            Row($"{count:N0}", inspecting / requests, taking / requests, milliseconds, guard.Groups.Count);
        }
    }

    private static void Inspect(SampleGuard sample, SampleBody body)
    {
        InferenceRequest request = sample.Next(body.Api);
        if (!sample.Guard.Inspect(in request, body.Utf8).IsEvaluated)
        {
            throw new InvalidOperationException("The guard did not evaluate the sample.");
        }
    }

    private static string Document(string[] phrases)
    {
        IEnumerable<string> rules = phrases.Chunk(PhrasesOfRule).Select((some, i) => $$"""
            {"id": "rule-{{i}}", "title": "t", "status": "stable", "tactic": "grading", "weight": 1, "description": "d", "references": ["r"],
             "falsePositives": ["f"], "condition": {"phrases": {"any": {{JsonSerializer.Serialize(some)}} } } }
            """);
        return $$"""{"version": 1, "name": "cost", "revision": 1, "date": "2026-11-28", "rules": [{{string.Join(',', rules)}}] }""";
    }

    private void Head(params string[] columns)
    {
        _output.WriteLine();
        _output.WriteLine($"| {string.Join(" | ", columns)} |");
        _output.WriteLine($"|{string.Concat(Enumerable.Repeat(" ---: |", columns.Length))}");
    }

    private void Row(FormattableString first, params double[] values) => _output.WriteLine(
        $"| {FormattableString.Invariant(first)} | {string.Join(" | ", values.Select(value => double.IsNaN(value) ? "not installed" : Digits(value)))} |");

    private static string Digits(double value) => value.ToString(value >= 100 || value == Math.Floor(value) ? "N0" : value >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);
}
