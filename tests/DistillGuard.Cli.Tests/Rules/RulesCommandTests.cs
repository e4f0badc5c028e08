// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using System.Text.Json;
using DistillGuard.Cli.Support;
using DistillGuard.Rules;

namespace DistillGuard.Cli.Rules;

public sealed class RulesCommandTests
{
    [Test]
    public void Check_GoodRules_SaysSoAndEndsWithZero()
    {
        using var folder = new RulesFolder();
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "check", folder.Path), Is.Zero, console.Error);
        Assert.That(console.Output, Is.EqualTo("1 file: 0 mistakes, 0 warnings.\n"));
    }

    [Test]
    public void Check_Mistake_ShowsPlaceCaretFixAndPage()
    {
        using var folder = new RulesFolder(RulesFolder.Rules.Replace("\"weight\": 1", "\"weight\": 9", StringComparison.Ordinal));
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "check", folder.RuleFile), Is.EqualTo(1));
        string[] lines = console.Output.Split('\n');
        Assert.That(lines[0], Is.EqualTo("error[DG1014]: The number is out of range. Found: 9."));
        Assert.That(lines[1], Does.StartWith($"  --> {folder.RuleFile}:5:").And.EndWith("($.rules[0].weight)"));
        Assert.That(lines[3][lines[4].IndexOf('^', StringComparison.Ordinal)], Is.EqualTo('9'), "the caret stands under the value");
        Assert.That(console.Output, Does.Contain("= fix: Give a number from 0.01 to 6.").And.Contain("docs/rules/DG1014.md"));
        Assert.That(console.Error, Does.Match("^distillguard: [^\n]*DG1014[^\n]*\n$"));
    }

    [TestCase(false, ExpectedResult = 0)]
    [TestCase(true, ExpectedResult = 1)]
    public int Check_Warning_EndsWithOneOnlyWhenStrict(bool strict)
    {
        using var folder = new RulesFolder(cases: null);
        using var console = new TestConsole();

        int code = strict ? console.Run("rules", "check", folder.Path, "--strict") : console.Run("rules", "check", folder.Path);

        Assert.That(console.Output, Does.StartWith("warning[DG2006]"));
        return code;
    }

    [Test]
    public void Check_Json_HoldsTheSame()
    {
        using var folder = new RulesFolder(RulesFolder.Rules.Replace("\"weight\": 1", "\"weight\": 9", StringComparison.Ordinal));
        using var console = new TestConsole();

        console.Run("rules", "check", folder.RuleFile, "--json");

        JsonElement found = JsonDocument.Parse(console.Output).RootElement.GetProperty("diagnostics")[0];
        Assert.That((found.GetProperty("code").GetString(), found.GetProperty("line").GetInt32()), Is.EqualTo(("DG1014", 5)));
    }

    [Test]
    public void Test_GoodCases_EndsWithZero()
    {
        using var folder = new RulesFolder();
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "test", folder.Path), Is.Zero, console.Error);
        Assert.That(console.Output, Is.EqualTo("1 rule, 4 cases (3 must match): 0 failed.\n"));
    }

    [Test]
    public void Test_MissedPrompt_SaysWhichIngredientIsMissing()
    {
        using var folder = new RulesFolder(cases: """{ "matches": ["Worksheets for every grade, please."], "misses": ["training data: worksheets for every grade"] }""");
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "test", folder.Path), Is.EqualTo(1));
        Assert.That(console.Output, Does.Contain("FAILED worksheets, matches 1: ingredient 2 of 2 is missing (1 of 2 phrases: \"training data\", \"fine-tune\")"));
        Assert.That(console.Output, Does.Contain("FAILED worksheets, misses 1: an innocent look-alike is matched by worksheets"));
    }

    [Test]
    public void Test_Evasion_TellsWhatSurvives()
    {
        using var folder = new RulesFolder();
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "test", folder.Path, "--evasion", "--json"), Is.Zero, console.Error);

        Dictionary<string, int> survived = JsonDocument.Parse(console.Output).RootElement.GetProperty("evasion").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("evasion").GetString()!, entry => entry.GetProperty("survived").GetInt32(), StringComparer.Ordinal);
        Assert.That(survived["homoglyphs"], Is.EqualTo(3));
        Assert.That(survived["base64"], Is.EqualTo(3));
        Assert.That(survived["rot13"], Is.Zero);
        Assert.That(survived, Has.Count.EqualTo(9));
    }

    [Test]
    public void Test_NoCases_SaysWhereTheyBelong()
    {
        using var folder = new RulesFolder(cases: null);
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "test", folder.Path), Is.EqualTo(1));
        Assert.That(console.Error, Does.Contain("rule-id.cases.json"));
    }

    [Test]
    public void Bench_Corpus_CountsByFamily()
    {
        using var folder = new RulesFolder();
        using var console = new TestConsole();
        File.WriteAllText(folder.PathOf("prompts.jsonl"), """
            {"prompt": "Worksheets for every grade, as training data.", "label": "distill", "family": "tasks"}
            {"prompt": "One worksheet, please.", "label": "benign", "family": "school"}
            {"prompt": "Hello", "system": "Fine-tune on worksheets for every grade.", "label": "distill", "family": "tasks"}
            """);

        Assert.That(console.Run("rules", "bench", folder.Path, "--corpus", folder.PathOf("prompts.jsonl")), Is.Zero, console.Error);
        Assert.That(console.Output, Does.Match(@"distill tasks \|\s+2 \|\s+2 \|\s+1,000.0 \| worksheets 2").And.Match(@"benign school\s+\|\s+1 \|\s+0 \|\s+0.0"));
        Assert.That(console.Output, Does.Contain("1 rule, 3 phrases, 3 prompts: "));
    }

    [Test]
    public void Bench_LineThatIsNoPrompt_IsNamed()
    {
        using var folder = new RulesFolder();
        using var console = new TestConsole();
        File.WriteAllText(folder.PathOf("prompts.jsonl"), "{\"prompt\": \"x\"}\n{\"text\": \"y\"}\n");

        Assert.That(console.Run("rules", "bench", folder.Path, "--corpus", folder.PathOf("prompts.jsonl")), Is.EqualTo(1));
        Assert.That(console.Error, Does.Contain("line 2 is no prompt"));
    }

    [Test]
    public void Schema_Always_PrintsTheSchemaOfTheLibrary()
    {
        using var console = new TestConsole();

        Assert.That(console.Run("rules", "schema"), Is.Zero, console.Error);
        Assert.That(console.Output, Is.EqualTo(RuleSetSchema.Json));
    }

    [Test]
    public void Pack_Signed_VerifiesWithItsKeyAndNoOther()
    {
        using var folder = new RulesFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(folder.PathOf("key.pem"), key.ExportECPrivateKeyPem());
        File.WriteAllText(folder.PathOf("pub.pem"), key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(folder.PathOf("other.pem"), other.ExportSubjectPublicKeyInfoPem());
        string pack = folder.PathOf("house.zip");
        using var packing = new TestConsole();
        using var good = new TestConsole();
        using var bad = new TestConsole();

        Assert.That(
            packing.Run("rules", "pack", folder.Path, "--name", "house-rules", "--version", "1.2.0", "--out", pack, "--sign", folder.PathOf("key.pem")),
            Is.Zero,
            packing.Error);
        Assert.That(packing.Output, Does.EndWith("house-rules 1.2.0, 1 rule, 2 files, signed.\n"));
        Assert.That(good.Run("rules", "verify", pack, "--key", folder.PathOf("pub.pem")), Is.Zero, good.Error);
        Assert.That(good.Output, Does.Contain("signed with the key given"));
        Assert.That(bad.Run("rules", "verify", pack, "--key", folder.PathOf("other.pem")), Is.EqualTo(1));
        Assert.That(bad.Output, Does.Contain("DG3004"));
    }
}
