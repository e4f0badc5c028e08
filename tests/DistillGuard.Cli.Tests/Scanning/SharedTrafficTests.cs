// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Calibration;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Scanning;

/// <summary>Whole evaluation logs, where they are at hand.</summary>
public sealed class SharedTrafficTests
{
    [TestCase("dev-innocent")]
    [TestCase("dev-calibration")]
    public void Scan_BenignTraffic_ReadsEveryLineAndAccusesNobody(string set)
    {
        string log = Find(Path.Join("traffic", set + ".jsonl.gz"));
        using var console = new TestConsole();

        int code = console.Run("scan", log, "--fail-on", "elevated");

        Assert.That(code, Is.Zero, console.Output);
        Assert.That(console.Output, Does.Not.Contain("Skipped").And.Not.Contain("Not evaluated"));
    }

    [Test]
    public void Calibrate_BenignTraffic_ThenScanOfTheSameSeesNoGroup()
    {
        string log = Find("traffic/dev-calibration.jsonl.gz");
        using var folder = new TemporaryFolder();
        using var calibrating = new TestConsole();
        using var scanning = new TestConsole();

        int calibrated = calibrating.Run("calibrate", log, "--out", folder.At("cal.json"));
        int scanned = scanning.Run("scan", log, "--calibration", folder.At("cal.json"), "--findings", folder.At("f.json"));

        CalibrationTraffic traffic = GuardCalibration.Load(folder.At("cal.json")).MadeFrom;
        using JsonDocument findings = JsonDocument.Parse(File.ReadAllText(folder.At("f.json")));
        Assert.That((calibrated, scanned, traffic.Exchanges, traffic.Accounts, traffic.WatchedDays), Is.EqualTo((0, 0, 40_344, 1_901, 2)));
        Assert.That(findings.RootElement.GetProperty("group_watch").GetArrayLength(), Is.Zero);
        Assert.That(findings.RootElement.GetProperty("calibration").GetProperty("fits").GetBoolean(), Is.True);
    }

    // What the page on evaluation says, held: the budget on traffic that the calibration has not seen, and most accounts of the campaigns.
    [Test]
    public void Eval_CalibratedAtOneInAThousand_KeepsTheBudgetOnOtherTraffic()
    {
        using var folder = new TemporaryFolder();
        using var calibrating = new TestConsole();
        calibrating.Run("calibrate", Find("traffic/dev-calibration.jsonl.gz"), "--out", folder.At("cal.json"));
        long accused = 0;
        long days = 0;
        long found = 0;
        long members = 0;
        foreach (string set in new[] { "dev-innocent", "dev-thin", "dev-hard" })
        {
            using var console = new TestConsole();
            int code = console.Run(
                "eval", Find($"traffic/{set}.jsonl.gz"), "--labels", Find($"traffic/{set}.labels.csv"), "--calibration", folder.At("cal.json"),
                "--budget", "1e-3", "--out", folder.At("out"), "--no-ablation");
            Assert.That(code, Is.Zero, console.Error);
            using JsonDocument result = JsonDocument.Parse(File.ReadAllText(folder.At("out/evaluation.json")));
            accused += Count(result, "false_alarms", "events");
            days += Count(result, "false_alarms", "trials");
            found += Count(result, "recall", "events");
            members += Count(result, "recall", "trials");
        }

        Assert.That(days, Is.EqualTo(11_377));
        Assert.That((double)accused / days, Is.LessThanOrEqualTo(1e-3));
        Assert.That((double)found / members, Is.GreaterThanOrEqualTo(0.9));
    }

    private static long Count(JsonDocument result, string rate, string member) =>
        result.RootElement.GetProperty(rate).GetProperty(member).GetInt64();

    private static string Find(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "DistillGuard.sln")))
        {
            folder = folder.Parent;
        }

        string found = Path.Join(folder?.Parent?.FullName, "shared", path);
        if (!File.Exists(found))
        {
            Assert.Ignore($"../shared is absent: {path} was not scanned.");
        }

        return found;
    }
}
