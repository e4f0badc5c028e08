// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.CommandLine;

public sealed class ToolCommandLineTests
{
    [TestCase("demo", "no command")]
    [TestCase("such command", "wat")]
    [TestCase("such command or option", "--wat")]
    [TestCase("no LOG is given", "eval", "--labels", "l.csv")]
    [TestCase("'--labels' is required", "eval", "x.jsonl")]
    [TestCase("--labels no-such-labels.csv", "eval", "x.jsonl", "--labels", "no-such-labels.csv")]
    [TestCase("--budget 2: not a number", "eval", "x.jsonl", "--labels", "l.csv", "--budget", "2")]
    [TestCase("Required command was not provided. See 'distillguard rules --help'", "rules")]
    [TestCase("See 'distillguard rules check --help'", "rules", "check")]
    [TestCase("no-such-rules.json: no such file or folder", "rules", "check", "no-such-rules.json")]
    [TestCase("no-such-rules.json: no such file or folder", "rules", "test", "no-such-rules.json")]
    [TestCase("no-such-rules.json: no such file or folder", "rules", "bench", "no-such-rules.json")]
    [TestCase("--wat: no such option", "rules", "check", "x.json", "--wat")]
    [TestCase("'--name' is required", "rules", "pack", "x.json", "--version", "1.0.0", "--out", "x.zip")]
    [TestCase("no-such-pack.zip", "rules", "verify", "no-such-pack.zip")]
    [TestCase("no LOG is given", "scan")]
    [TestCase("no LOG is given", "scan", "--rules", "x.json")]
    [TestCase("--wat: no such option", "scan", "x.jsonl", "--wat")]
    [TestCase("--wat: no such option", "scan", "x.jsonl", "--rules", "r.json", "--wat")]
    [TestCase("no LOG is given", "calibrate", "--out", "c.json")]
    [TestCase("'--out' is required", "calibrate", "x.jsonl")]
    [TestCase("--segments s.csv: 's.csv' is no kind of segment; write some of plan,kind,api,language, each once and without spaces, or none", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "s.csv")]
    [TestCase("--segments Plan: 'Plan' is no", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "Plan")]
    [TestCase("--segments plan, kind: ' kind' is no", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "plan, kind")]
    [TestCase("--segments plan,: a name is missing", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "plan,")]
    [TestCase("--segments : a name is missing", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "")]
    [TestCase("--segments plan,api,plan: 'plan' is there twice", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "plan,api,plan")]
    [TestCase("--segments plan,none: none stands alone", "calibrate", "x.jsonl", "--out", "c.json", "--segments", "plan,none")]
    [TestCase("'--segments'", "calibrate", "x.jsonl", "--out", "c.json", "--segments")]
    [TestCase("--segments: no such option", "scan", "x.jsonl", "--segments", "plan")]
    [TestCase("--wat: no such option", "calibrate", "x.jsonl", "--out", "c.json", "--wat")]
    [TestCase("no such file", "calibrate", "there-is-no-such.jsonl", "--out", "c.json")]
    [TestCase("there is no directory", "calibrate", "-", "--out", "no-such-folder/c.json")]
    [TestCase("no-such-calibration.json: no such file", "scan", "-", "--calibration", "no-such-calibration.json")]
    [TestCase("--secret no-such-secret", "scan", "-", "--secret", "no-such-secret")]
    [TestCase("there is no directory", "scan", "-", "--report", "no-such-folder/r.html")]
    [TestCase("--findings names the same file", "scan", "-", "--report", "both.html", "--findings", "./both.html")]
    [TestCase("'--budget'", "scan", "x.jsonl", "--budget")]
    [TestCase("--budget much", "scan", "x.jsonl", "--budget", "much")]
    [TestCase("--budget 0:", "scan", "x.jsonl", "--budget", "0")]
    [TestCase("--budget 0.6", "scan", "x.jsonl", "--budget", "0.6")]
    [TestCase("--budget NaN", "scan", "x.jsonl", "--budget", "NaN")]
    [TestCase("--budget 1,5", "scan", "x.jsonl", "--budget", "1,5")]
    [TestCase("elevated or high", "scan", "x.jsonl", "--fail-on", "low")]
    [TestCase("no such file", "scan", "there-is-no-such.jsonl")]
    [TestCase("twice", "scan", "-", "-")]
    [TestCase("common-unsupported-2026-11", "scan", "-", "--regions", "no-such-preset")]
    [TestCase("no such file or folder", "scan", "-", "--rules", "no-such-rules.json")]
    [TestCase("there is no directory", "scan", "-", "--findings", "no-such-folder/f.json")]
    [TestCase("'x'", "demo", "x")]
    public void Run_WrongArguments_SaysSoInOneLineAndEndsWithOne(string expected, params string[] arguments)
    {
        using var console = new TestConsole();

        int code = arguments is ["no command"] ? console.Run() : console.Run(arguments);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(console.Output, Is.Empty);
        Assert.That(console.Error, Does.Match("^distillguard: [^\n]*\n$").And.Contain(expected));
    }

    [TestCase("--help")]
    [TestCase("scan", "--help")]
    [TestCase("scan", "-h")]
    [TestCase("demo", "--help")]
    [TestCase("calibrate", "--help")]
    public void Run_Help_ShowsAnExampleThatParses(params string[] arguments)
    {
        using var console = new TestConsole();

        int code = console.Run(arguments);

        Assert.That(code, Is.Zero);
        Assert.That(console.Output, Does.Match("Examples:\n  distillguard [a-z]+"));
    }

    [TestCase("--calibration")]
    [TestCase("--secret")]
    [TestCase("--rules")]
    [TestCase("--regions")]
    [TestCase("--budget")]
    [TestCase("--findings")]
    [TestCase("--report")]
    [TestCase("--fail-on")]
    [TestCase("--verbose")]
    public void Run_ScanHelp_NamesEveryOption(string option)
    {
        using var console = new TestConsole();

        console.Run("scan", "--help");

        Assert.That(console.Output, Does.Contain(option));
    }

    [Test]
    public void Run_Version_IsANumber()
    {
        using var console = new TestConsole();

        Assert.That((console.Run("--version"), console.Output), Is.EqualTo((0, console.Output)));
        Assert.That(console.Output, Does.Match(@"^\d+\.\d+\.\d+"));
    }
}
