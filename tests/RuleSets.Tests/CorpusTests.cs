// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text.Json;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.RuleSets;

/// <summary>The catalogue against prompts that its authors did not write. The corpus is not part of the project.</summary>
public sealed class CorpusTests
{
    /// <summary>Families sent by a distillation tool's template; the others labelled so are plain questions, which no rule can see.</summary>
    private static readonly string[] Pipelines =
    [
        "selfinstruct_alpaca_meta", "selfinstruct_belle_zh_meta", "selfinstruct_codealpaca_meta", "magpie_tagging",
        "reasoning_trace_openthoughts_r1", "reasoning_trace_openthoughts_sky", "oss_instruct", "selfinstruct_bootstrap",
        "selfinstruct_clf_check", "selfinstruct_instance_gen", "evol_instruct_en",
    ];

    private SortedDictionary<string, FamilyCount> _families = [];

    [OneTimeSetUp]
    public void MeasureCorpus()
    {
        string? path = FindCorpus();
        if (path is null)
        {
            Assert.Ignore("../shared is absent: the catalogue was not measured on the corpus.");
            return;
        }

        _families = Measure(path);
        foreach (FamilyCount family in _families.Values)
        {
            TestContext.Progress.WriteLine(family);
        }
    }

    [Test]
    public void Match_BenignPrompts_HitRarely()
    {
        FamilyCount[] benign = [.. _families.Values.Where(family => family.Label == "benign")];
        double overall = (double)benign.Sum(family => family.Hits) / benign.Sum(family => family.Prompts);
        TestContext.Progress.WriteLine($"benign overall {overall:P3}");

        Assert.That(overall, Is.LessThanOrEqualTo(0.0005));
    }

    [Test]
    public void Match_BenignFamilies_EachHitRarely() =>
        Assert.That(_families.Values.Where(family => family.Label == "benign" && family.Rate > 0.005), Is.Empty);

    [Test]
    public void Match_PipelineFamilies_HitOnAverage()
    {
        double macro = Pipelines.Average(family => _families["distill " + family].Rate);
        TestContext.Progress.WriteLine($"pipeline recall, macro {macro:P1}");

        Assert.That(macro, Is.GreaterThan(0.95));
    }

    private static string? FindCorpus()
    {
        for (DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "corpora", "dev-prompts.jsonl.gz");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static SortedDictionary<string, FamilyCount> Measure(string path)
    {
        RuleSet rules = BuiltInRuleSets.Load();
        var scratch = new MatchScratch();
        var buffer = new RequestBuffer();
        SortedDictionary<string, FamilyCount> families = new(StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            buffer.Clear();
            if (root.TryGetProperty("system", out JsonElement system) && system.ValueKind == JsonValueKind.String)
            {
                buffer.Add(MessageRole.System, system.GetString()!);
            }

            buffer.Add(MessageRole.User, root.GetProperty("prompt").GetString()!);
            var hits = default(RuleHits);
            rules.Match(buffer.Content, scratch, ref hits);

            string label = root.GetProperty("label").GetString()!;
            string family = root.GetProperty("family").GetString()!;
            if (!families.TryGetValue($"{label} {family}", out FamilyCount? count))
            {
                count = new FamilyCount { Label = label, Family = family };
                families.Add($"{label} {family}", count);
            }

            Count(count, in hits, rules);
        }

        return families;
    }

    private static void Count(FamilyCount count, in RuleHits hits, RuleSet rules)
    {
        bool stable = false;
        for (int rule = hits.Next(0); rule >= 0; rule = hits.Next(rule + 1))
        {
            Rule found = rules.Rules[rule];
            stable |= found.Status == RuleStatus.Stable;
            count.Rules[found.Id] = count.Rules.GetValueOrDefault(found.Id) + 1;
        }

        count.Prompts++;
        count.Hits += stable ? 1 : 0;
    }
}
