// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.RegularExpressions;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Scanning;

public sealed partial class ScanPipelineTests
{
    private const string Preset = "common-unsupported-2026-11";

    [Test]
    public void Run_TinyLog_WritesTheGoldenFindings()
    {
        using var folder = new TemporaryFolder();

        string findings = Findings(folder, folder.Write("log.jsonl", TinyLog.Whole));

        Assert.That(RuleVersion().Replace(findings, "\"rules\": \"\""), Is.EqualTo(Resources.Read("tiny-log.findings.json")));
    }

    [Test]
    public void Run_TinyLog_ShowsTheGoldenReport()
    {
        using var console = new TestConsole();
        console.SetInput(TinyLog.Whole);

        console.Run("scan", "-", "--regions", Preset);

        Assert.That(console.Output, Is.EqualTo(Resources.Read("tiny-log.report.txt")));
    }

    [Test]
    public void Run_ReasoningIssuedToOneOrganizationComesBackFromAnother_AccusesTheSenderAlone()
    {
        using var folder = new TemporaryFolder();
        string findings = Findings(folder, folder.Write("log.jsonl", ReplayLog.Text));

        using var document = JsonDocument.Parse(findings);
        JsonElement[] accounts = [.. document.RootElement.GetProperty("accounts").EnumerateArray()];

        Assert.That(
            accounts.Select(account => account.GetProperty("account").GetString()),
            Is.EqualTo(new[] { "sender" }));
        Assert.That(
            accounts[0].GetProperty("reasons")[0].GetProperty("id").GetString(),
            Is.EqualTo("protocol.reasoning-replayed"));
    }

    [Test]
    public void Run_AccountThatServesManyEndUsers_IsANoteAndNobodyIsAccused()
    {
        using var folder = new TemporaryFolder();

        string findings = Findings(folder, folder.Write("log.jsonl", FanInLog.Text));

        FindingsContract.Check(findings);
        using var document = JsonDocument.Parse(findings);
        JsonElement note = document.RootElement.GetProperty("notes").EnumerateArray().Single();
        Assert.That(
            (note.GetProperty("account").GetString(), note.GetProperty("reason").GetString()),
            Is.EqualTo(("relay", "resale.many-end-users")));
        Assert.That(note.GetProperty("measure").GetDouble(), Is.EqualTo(40).Within(4));
        foreach (string list in new[] { "accounts", "watch", "regions" })
        {
            Assert.That(document.RootElement.GetProperty(list).GetArrayLength(), Is.Zero, list);
        }
    }

    [Test]
    public void Run_AccountThatServesManyEndUsers_StandsUnderNotesOfTheReport()
    {
        using var console = new TestConsole();
        console.SetInput(FanInLog.Text);

        console.Run("scan", "-");

        Assert.That(console.Output, Does.Contain("No account is accused").And.Contain("Notes (no evidence of distillation, never part of a score):"));
    }

    [Test]
    public void Run_LineThatDoesNotParse_ComplainsWithItsNumber()
    {
        using var console = new TestConsole();
        console.SetInput(TinyLog.Whole);

        console.Run("scan", "-");

        Assert.That(console.Error, Does.StartWith("distillguard: standard input:4:"));
    }

    [Test]
    public void Run_TwoLogs_FindsTheSameAsInOne()
    {
        using var folder = new TemporaryFolder();
        string evening = folder.Write("1-evening.jsonl", TinyLog.Evening);
        string morning = folder.Write("2-morning.jsonl", TinyLog.Morning);

        Assert.That(Findings(folder, evening, morning), Is.EqualTo(Findings(folder, folder.Write("log.jsonl", TinyLog.Whole))));
    }

    [Test]
    public void Run_GzipLog_FindsTheSameAsPlain()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            Findings(folder, folder.WriteGzip("log.jsonl.gz", TinyLog.Whole)),
            Is.EqualTo(Findings(folder, folder.Write("log.jsonl", TinyLog.Whole))));
    }

    [Test]
    public void Run_GzipOnStandardInput_IsRead()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole { Input = File.ReadAllBytes(folder.WriteGzip("log.gz", TinyLog.Whole)) };

        console.Run("scan", "-");

        Assert.That(console.Output, Does.StartWith("Read 5 exchanges"));
    }

    [Test]
    public void Run_GzipCutShort_EndsWithOneAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.WriteGzip("log.jsonl.gz", TinyLog.Whole);
        File.WriteAllBytes(log, File.ReadAllBytes(log)[..^20]);

        int code = console.Run("scan", log, "--findings", folder.At("f.json"));

        Assert.That((code, console.Output, File.Exists(folder.At("f.json"))), Is.EqualTo((1, string.Empty, false)));
        Assert.That(console.Error, Does.Contain("cut short").And.Contain("log.jsonl.gz"));
    }

    [Test]
    public void Run_NamedGzipButPlain_EndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        int code = console.Run("scan", folder.Write("log.jsonl.gz", TinyLog.Whole));

        Assert.That((code, console.Error), Is.EqualTo((1, console.Error)));
        Assert.That(console.Error, Does.Contain("is not gzip"));
    }

    [Test]
    public void Run_Directory_EndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        Assert.That((console.Run("scan", folder.Path), console.Error), Is.EqualTo((1, console.Error)));
        Assert.That(console.Error, Does.Contain("directory"));
    }

    [Test]
    public void Run_NoLineIsOfATrafficLog_EndsWithOne()
    {
        using var console = new TestConsole();
        console.SetInput("{\n\"accounts\": []\n}\n");

        int code = console.Run("scan", "-");

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
    }

    [Test]
    public void Run_EmptyLog_EndsWithZero()
    {
        using var console = new TestConsole();

        Assert.That((console.Run("scan", "-"), console.Output), Is.EqualTo((0, console.Output)));
        Assert.That(console.Output, Does.StartWith("Read 0 exchanges of 0 accounts."));
    }

    [Test]
    public void Run_NoFinding_FailOnEndsWithZero()
    {
        using var console = new TestConsole();
        console.SetInput(TinyLog.Whole);

        Assert.That(console.Run("scan", "-", "--fail-on", "elevated"), Is.Zero);
    }

    [Test]
    public void Run_RegionOutcome_NeverFails()
    {
        using var console = new TestConsole();
        console.SetInput(TinyLog.Whole);

        Assert.That(console.Run("scan", "-", "--regions", Preset, "--fail-on", "elevated"), Is.Zero);
    }

    [Test]
    public void Run_InvalidRules_ListsTheMistakesAndEndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string rules = folder.Write("mine.json", "{ \"nonsense\": 1 }");

        int code = console.Run("scan", "-", "--rules", rules);

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(console.Error, Does.Contain("mine.json(1,").And.Contain("DG1010"));
    }

    [Test]
    public void Run_FolderWithoutRules_EndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        Assert.That((console.Run("scan", "-", "--rules", folder.Path), console.Error), Is.EqualTo((1, console.Error)));
        Assert.That(console.Error, Does.Contain("holds no rule file"));
    }

    [Test]
    public void Run_AccountThatHoldsTerminalCommands_IsShownWithoutThem()
    {
        using var console = new TestConsole();
        console.SetInput(TinyLog.Whole.Replace("流星", @"\u001b[2Jmeteor", StringComparison.Ordinal));

        console.Run("scan", "-", "--regions", Preset);

        Assert.That(console.Output, Does.Contain("[2Jmeteor").And.Not.Contain("\e"));
    }

    private static string Findings(TemporaryFolder folder, params string[] logs)
    {
        using var console = new TestConsole();
        int code = console.Run(["scan", .. logs, "--regions", Preset, "--findings", folder.At("f.json")]);
        Assert.That(code, Is.Zero, console.Error);
        return File.ReadAllText(folder.At("f.json"));
    }

    [GeneratedRegex("\"rules\": \"[^\"]*\"")]
    private static partial Regex RuleVersion();
}
