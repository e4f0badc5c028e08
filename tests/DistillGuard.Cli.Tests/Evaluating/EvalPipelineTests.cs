// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Evaluating;

public sealed class EvalPipelineTests
{
    private const string Heading = "account,label,campaign,segment\n";

    // Signatures issued to one and sent back by another: conclusive, so that what is found is known beforehand.
    private static readonly string Log = ReplayLog.Text;

    [Test]
    public void Run_WithOut_WritesWhatItSays()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        using JsonDocument result = Evaluate(folder, console);
        JsonElement root = result.RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("version").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("benign_accounts").GetInt64(), Is.EqualTo(1));
            Assert.That(root.GetProperty("campaign_recall").GetProperty("events").GetInt64(), Is.EqualTo(1));
            Assert.That(root.GetProperty("campaigns")[0].GetProperty("campaign").GetString(), Is.EqualTo("replay"));
            Assert.That(root.GetProperty("segments")[0].GetProperty("segment").GetString(), Is.EqualTo("EU"));
            Assert.That(root.GetProperty("baselines").GetArrayLength(), Is.EqualTo(5));
            Assert.That(root.GetProperty("ablation").GetArrayLength(), Is.GreaterThan(0));
            Assert.That(File.Exists(folder.At("out/findings.json")), Is.True);
        });
    }

    [Test]
    public void Run_Twice_WritesTheSame()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        using JsonDocument first = Evaluate(folder, console);
        using JsonDocument second = Evaluate(folder, console);

        Assert.That(second.RootElement.GetRawText(), Is.EqualTo(first.RootElement.GetRawText()));
    }

    [Test]
    public void Run_Always_ShowsRecallFalseAlarmsAndBaselinesWithTheirDenominators()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        Evaluate(folder, console).Dispose();

        Assert.That(
            console.Output,
            Does.Contain("Accounts of campaigns accused: 1 of 1").And.Contain("Benign accounts accused: 0 of 1").And.Contain("volume only")
                .And.Contain("shared exact system prompt").And.Contain("What the budget says"));
    }

    [Test]
    public void Run_FalselyAccused_CountsAgainstItsSegment()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        int code = console.Run(
            "eval", folder.Write("log.jsonl", Log), "--labels", folder.Write("l.csv", Labels(replayer: "benign,,rag/EU", owner: "benign,,EU")), "--out", folder.At("out"), "--no-ablation");
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(folder.At("out/evaluation.json")));
        JsonElement rag = result.RootElement.GetProperty("segments").EnumerateArray().Single(row => row.GetProperty("segment").GetString() == "rag");

        Assert.That((code, rag.GetProperty("false_alarms").GetProperty("events").GetInt64(), rag.GetProperty("ratio").GetDouble()), Is.EqualTo((0, 1L, 2.0)));
    }

    // The replayer's evidence is above the bar of all and below that of its segment, and the table of budgets says the same as the scan.
    [TestCase(null, 1)]
    [TestCase("latin", 0)]
    [TestCase("han", 1)]
    public void Run_SegmentWithABarOfItsOwn_JudgesItsAccountsByThat(string? segment, long found)
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        int code = console.Run(
            "eval", folder.Write("log.jsonl", Log), "--labels", folder.Write("l.csv", Labels()), "--out", folder.At("out"), "--no-ablation",
            "--budget", "1e-3", "--calibration", SegmentedCalibration.Write(folder, "language", segment));
        Assert.That(code, Is.Zero, console.Error);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(folder.At("out/evaluation.json")));
        JsonElement atBudget = result.RootElement.GetProperty("reliability").EnumerateArray().Single(row => row.GetProperty("stated").GetDouble() == 1e-3);

        Assert.That(
            (result.RootElement.GetProperty("recall").GetProperty("events").GetInt64(), atBudget.GetProperty("recall").GetProperty("events").GetInt64()),
            Is.EqualTo((found, found)));
    }

    [Test]
    public void Run_LabelsOfAnotherLog_EndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        int code = console.Run("eval", folder.Write("log.jsonl", Log), "--labels", folder.Write("l.csv", Heading + "stranger,benign,,\n"));

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(console.Error, Does.Contain("none of its 1 accounts is in the log"));
    }

    [Test]
    public void Run_OutThatIsAFile_EndsWithOneBeforeReading()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string file = folder.Write("out", "x");

        int code = console.Run("eval", "-", "--labels", folder.Write("l.csv", Heading + "a,benign,,\n"), "--out", file);

        Assert.That((code, console.Error.StartsWith("distillguard: --out ", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public void Run_StandardInput_IsReadOnceAndSkipsTheAblation()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole { Input = Encoding.UTF8.GetBytes(Log) };

        int code = console.Run("eval", "-", "--labels", folder.Write("l.csv", Labels()));

        Assert.That((code, console.Output.Contains("Without one family", StringComparison.Ordinal)), Is.EqualTo((0, false)));
    }

    private static string Labels(string replayer = "distill,replay,casual", string owner = "benign,,EU") =>
        $"{Heading}{ReplayLog.Replayer},{replayer}\n{ReplayLog.Owner},{owner}\n";

    private static JsonDocument Evaluate(TemporaryFolder folder, TestConsole console)
    {
        int code = console.Run("eval", folder.Write("log.jsonl", Log), "--labels", folder.Write("l.csv", Labels()), "--out", folder.At("out"));
        Assert.That(code, Is.Zero, console.Error);
        return JsonDocument.Parse(File.ReadAllText(folder.At("out/evaluation.json")));
    }
}
