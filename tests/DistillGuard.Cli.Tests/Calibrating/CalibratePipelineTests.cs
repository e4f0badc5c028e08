// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;
using DistillGuard.Calibration;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Calibrating;

public sealed class CalibratePipelineTests
{
    private const string Secret = "00112233445566778899aabbccddeeff";
    private const string OtherSecret = "ffeeddccbbaa99887766554433221100";

    private static readonly string Benign =
        TemplateLog.Day(0, 9, TemplateLog.Recipes, "cook") + TemplateLog.Day(1, 9, TemplateLog.Recipes, "cook");

    [Test]
    public void Run_BenignLog_CountsWhatItWasMadeFrom()
    {
        using var folder = new TemporaryFolder();

        GuardCalibration calibration = GuardCalibration.Load(Calibrate(folder, folder.Write("log.jsonl", Benign)));

        Assert.That(
            (calibration.MadeFrom.Exchanges, calibration.MadeFrom.Accounts, calibration.MadeFrom.AccountDays, calibration.MadeFrom.WatchedDays),
            Is.EqualTo((144L, 9L, 18L, 1L)));
        Assert.That((calibration.Name, calibration.CommonPieces.Count), Is.EqualTo(("cal.json", 1)));
    }

    [Test]
    public void Run_Twice_WritesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        string log = folder.Write("log.jsonl", Benign);
        byte[] first = File.ReadAllBytes(Calibrate(folder, log));

        Assert.That(File.ReadAllBytes(Calibrate(folder, log)), Is.EqualTo(first));
    }

    [Test]
    public void Run_TwoLogsInAnyOrder_WritesTheSameAsOfOne()
    {
        using var folder = new TemporaryFolder();
        string one = File.ReadAllText(Calibrate(folder, folder.Write("log.jsonl", Benign)));
        string monday = folder.Write("monday.jsonl", TemplateLog.Day(0, 9, TemplateLog.Recipes, "cook"));
        string tuesday = folder.Write("tuesday.jsonl", TemplateLog.Day(1, 9, TemplateLog.Recipes, "cook"));

        Assert.That(File.ReadAllText(Calibrate(folder, tuesday, monday)), Is.EqualTo(one));
    }

    [TestCase("kind none, api openai.chat_completions, language latin")]
    [TestCase("kind none, api openai.chat_completions, language latin", "--segments", "plan,kind,api,language")]
    [TestCase("api openai.chat_completions", "--segments", "api")]
    [TestCase("kind none, language latin", "--segments=language,kind")]
    [TestCase("", "--segments", "plan")]
    [TestCase("", "--segments", "none")]
    public void Run_Segments_KeepsThoseAskedFor(string expected, params string[] options)
    {
        using var folder = new TemporaryFolder();

        GuardCalibration calibration = GuardCalibration.Load(Calibrate(folder, [folder.Write("log.jsonl", Benign), .. options]));

        Assert.That(
            string.Join(", ", calibration.Segments.Select(segment => $"{SegmentDimensionNames.ToName(segment.Dimension)} {segment.Value}")),
            Is.EqualTo(expected));
        Assert.That(calibration.Segments.Select(segment => segment.AccountDays), Is.All.EqualTo(18));
    }

    // A plan made for one customer may be named after it.
    [Test]
    public void Run_Plans_AreNamedToPeopleAndHashedInTheFile()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign.Replace("\"api\"", "\"plan\":\"for-acme\",\"api\"", StringComparison.Ordinal));

        int code = console.Run("calibrate", log, "--out", folder.At("cal.json"));

        Assert.That((code, console.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(console.Output, Does.Match(@"\| plan +\| for-acme +\| +9 \| +18 \| +0 \| +0.15 \|"));
        Assert.That(File.ReadAllText(folder.At("cal.json")), Does.Contain("\"plan\"").And.Not.Contain("acme").And.Not.Contain("cook"));
    }

    [Test]
    public void Run_SegmentsThin_SaysThatTheyArePooled()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        console.Run("calibrate", folder.Write("log.jsonl", Benign), "--out", folder.At("cal.json"));

        Assert.That(console.Output, Does.Contain("pooled: thin").And.Contain("fewer than about 300 account-days"));
    }

    [Test]
    public void Run_NoSegments_SaysThatOneBarIsForAll()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        console.Run("calibrate", folder.Write("log.jsonl", Benign), "--out", folder.At("cal.json"), "--segments", "none");

        Assert.That(console.Output, Does.Contain("one bar is for all").And.Not.Contain("pooled"));
    }

    [TestCase("latin")]
    [TestCase("han")]
    public void Scan_SegmentWithABarOfItsOwn_SaysSo(string value)
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string calibration = SegmentedCalibration.Write(folder, "language", value);

        int code = console.Run("scan", folder.Write("log.jsonl", Benign), "--calibration", calibration, "--budget", "1e-3");

        Assert.That(code, Is.Zero, console.Error);
        Assert.That(
            console.Output,
            Does.Contain($"Accounts of language {value} have a bar of {SegmentedCalibration.OwnBar}: 60 of their 4,000 benign account-days reached that of all.")
                .And.Contain("so the bar is 4.6"));
    }

    [Test]
    public void Scan_WithoutCalibration_SaysThatNothingStandsBehindTheBar()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        console.Run("scan", folder.Write("log.jsonl", Benign), "--findings", folder.At("f.json"));

        JsonNode source = JsonNode.Parse(File.ReadAllText(folder.At("f.json")))!["calibration"]!;
        Assert.That(
            console.Output,
            Does.Contain("the bar is 9.2 (assumed: no benign traffic stands behind it)").And.Contain("Calibration: default, of 0 benign account-days."));
        Assert.That(source.ToJsonString(), Is.EqualTo("""{"source":"default","account_days":0,"group_days":0}"""));
    }

    [Test]
    public void Scan_WithoutCalibration_WatchesTheGroupOfAFramework()
    {
        using var folder = new TemporaryFolder();

        Assert.That(Groups(Scan(folder, folder.Write("log.jsonl", Benign))), Is.EqualTo(1));
    }

    [Test]
    public void Scan_SameLogWithItsCalibration_SeesNoGroup()
    {
        using var folder = new TemporaryFolder();
        string log = folder.Write("log.jsonl", Benign);

        Assert.That(Groups(Scan(folder, log, "--calibration", Calibrate(folder, log))), Is.Zero);
    }

    [Test]
    public void Scan_OtherTemplateWithACalibration_WatchesItsGroupOnly()
    {
        using var folder = new TemporaryFolder();
        string calibration = Calibrate(folder, folder.Write("log.jsonl", Benign));
        string later = folder.Write(
            "later.jsonl", TemplateLog.Day(5, 12, TemplateLog.Recipes, "cook") + TemplateLog.Day(6, 6, TemplateLog.Letters, "writer"));

        string findings = Scan(folder, later, "--calibration", calibration);

        Assert.That((Groups(findings), findings.Contains("\"writer-0\"", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public void Scan_WithCalibration_FindingsNameIt()
    {
        using var folder = new TemporaryFolder();
        string log = folder.Write("log.jsonl", Benign);
        using JsonDocument findings = JsonDocument.Parse(Scan(folder, log, "--calibration", Calibrate(folder, log)));
        JsonElement calibration = findings.RootElement.GetProperty("calibration");

        Assert.That(
            (calibration.GetProperty("source").GetString(), calibration.GetProperty("account_days").GetInt64(), calibration.GetProperty("group_days").GetInt64()),
            Is.EqualTo(("cal.json", 18L, 0L)));
    }

    // A calibration of traffic in which nobody scored as high as everybody does here.
    [Test]
    public void Scan_TrafficThatHasOutgrownItsCalibration_SaysSoAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign);
        JsonNode calibration = JsonNode.Parse(File.ReadAllText(Calibrate(folder, log)))!;
        calibration["usual_scores"] = new JsonObject { ["level"] = -5, ["accounts"] = 100_000, ["above"] = 0 };

        int code = console.Run("scan", log, "--calibration", folder.Write("old.json", calibration.ToJsonString()), "--findings", folder.At("f.json"));

        Assert.That(code, Is.Zero);
        Assert.That(console.Error, Does.Match("old.json: it no longer fits this traffic: 100% of 9 accounts [^\n]*calibrate again"));
        Assert.That(JsonNode.Parse(File.ReadAllText(folder.At("f.json")))!["calibration"]!["fits"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public void Scan_CalibrationOfTheSameSecret_IsUsed()
    {
        using var folder = new TemporaryFolder();
        string log = folder.Write("log.jsonl", Benign);
        string secret = folder.Write("secret", Secret + "\n");
        string calibration = Calibrate(folder, log, "--secret", secret);

        Assert.That(Groups(Scan(folder, log, "--calibration", calibration, "--secret", secret)), Is.Zero);
    }

    [Test]
    public void Scan_CalibrationOfAnotherSecret_EndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign);
        string calibration = Calibrate(folder, log, "--secret", folder.Write("secret", Secret));

        int code = console.Run("scan", log, "--calibration", calibration, "--secret", folder.Write("other", OtherSecret));

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(console.Error, Does.Match("^distillguard: --calibration [^\n]*another secret[^\n]*--secret FILE[^\n]*\n$"));
    }

    [TestCase("")]
    [TestCase("0011")]
    [TestCase("00112233445566778899aabbccddeefg")]
    public void Run_FileThatHoldsNoSecret_EndsWithOneAndShowsNothingOfIt(string content)
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        int code = console.Run("calibrate", "-", "--out", folder.At("cal.json"), "--secret", folder.Write("secret", content));

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(console.Error, Does.Match("^distillguard: --secret [^\n]*32 hexadecimal digits[^\n]*\n$"));
        Assert.That(content.Length == 0 || !console.Error.Contains(content, StringComparison.Ordinal), Is.True);
    }

    [Test]
    public void Scan_CalibrationThatIsBroken_EndsWithOneAndNamesFileAndMember()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign);
        string path = Calibrate(folder, log);
        string broken = folder.Write("broken.json", File.ReadAllText(path).Replace("\"accounts\"", "\"acounts\"", StringComparison.Ordinal));

        int code = console.Run("scan", log, "--calibration", broken);

        Assert.That((code, console.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(console.Error, Does.Match("^distillguard: --calibration [^\n]*broken.json: made_from.acounts: there is no such member[^\n]*\n$"));
    }

    [Test]
    public void Scan_CalibrationOfOtherRules_Complains()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign);
        string path = Calibrate(folder, log);
        string older = folder.Write("older.json", File.ReadAllText(path).Replace("\"rules\": \"", "\"rules\": \"older ", StringComparison.Ordinal));

        int code = console.Run("scan", log, "--calibration", older);

        Assert.That((code, console.Error), Is.EqualTo((0, console.Error)));
        Assert.That(console.Error, Does.Contain("older.json: it was made with other rules (older "));
    }

    [Test]
    public void Scan_CalibrationOfTheSameRules_ComplainsOfNothing()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", Benign);

        console.Run("scan", log, "--calibration", Calibrate(folder, log));

        Assert.That(console.Error, Is.Empty);
    }

    [Test]
    public void Run_NothingEvaluated_EndsWithOneAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();

        int code = console.Run("calibrate", "-", "--out", folder.At("cal.json"));

        Assert.That((code, console.Output, File.Exists(folder.At("cal.json"))), Is.EqualTo((1, string.Empty, false)));
        Assert.That(console.Error, Does.Contain("nothing to learn"));
    }

    [Test]
    public void Run_OneDay_SaysThatGroupsWereNotWatched()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        console.SetInput(TemplateLog.Day(0, 4, TemplateLog.Recipes, "cook"));

        console.Run("calibrate", "-", "--out", folder.At("cal.json"));

        Assert.That(console.Output, Does.Contain("Groups were not watched").And.Contain("No account and no group was accused"));
    }

    [Test]
    public void Run_LogWithACampaign_SaysWhoWasAccusedAndLearnsAllTheSame()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        console.Run("demo", "--out", folder.Path);
        using var calibrating = new TestConsole();

        int code = calibrating.Run("calibrate", folder.At("sample.jsonl"), "--out", folder.At("cal.json"));

        Assert.That((code, File.Exists(folder.At("cal.json"))), Is.EqualTo((0, true)));
        Assert.That(calibrating.Output, Does.Match("6 accounts and [0-9]+ groups? were accused while calibrating.*harvester").And.Contain("learned from like all others"));
    }

    private static string Calibrate(TemporaryFolder folder, params string[] arguments)
    {
        using var console = new TestConsole();
        int code = console.Run(["calibrate", .. arguments, "--out", folder.At("cal.json")]);
        Assert.That((code, console.Error), Is.EqualTo((0, string.Empty)));
        return folder.At("cal.json");
    }

    private static string Scan(TemporaryFolder folder, string log, params string[] options)
    {
        using var console = new TestConsole();
        int code = console.Run(["scan", log, "--findings", folder.At("f.json"), .. options]);
        Assert.That(code, Is.Zero, console.Error);
        return File.ReadAllText(folder.At("f.json"));
    }

    private static int Groups(string findings)
    {
        using JsonDocument json = JsonDocument.Parse(findings);
        return json.RootElement.GetProperty("groups").GetArrayLength() + json.RootElement.GetProperty("group_watch").GetArrayLength();
    }
}
