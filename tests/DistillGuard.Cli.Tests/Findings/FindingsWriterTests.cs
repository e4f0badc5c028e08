// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Findings;

public sealed class FindingsWriterTests
{
    [Test]
    public void Write_TinyLog_FollowsTheContract()
    {
        using var folder = new TemporaryFolder();

        FindingsContract.Check(Scan(folder, TinyLog.Whole));
    }

    [Test]
    public void Write_EmptyLog_FollowsTheContract()
    {
        using var folder = new TemporaryFolder();

        FindingsContract.Check(Scan(folder, string.Empty));
    }

    [Test]
    public void Write_TinyLog_CountsWhatWasNotEvaluated()
    {
        using var folder = new TemporaryFolder();
        using JsonDocument json = JsonDocument.Parse(Scan(folder, TinyLog.Whole));
        JsonElement log = json.RootElement.GetProperty("log");

        Assert.That(
            (log.GetProperty("exchanges").GetInt64(), log.GetProperty("skipped_lines").GetInt64(), log.GetProperty("not_evaluated").GetInt64()),
            Is.EqualTo((5L, 1L, 2L)));
    }

    [Test]
    public void Write_BudgetGiven_IsRepeated()
    {
        using var folder = new TemporaryFolder();
        using JsonDocument json = JsonDocument.Parse(Scan(folder, TinyLog.Whole, "--budget", "1e-5"));

        Assert.That(json.RootElement.GetProperty("budget").GetProperty("per_account_day").GetDouble(), Is.EqualTo(1e-5));
    }

    [Test]
    public void Write_NameInAnotherScript_StaysReadable()
    {
        using var folder = new TemporaryFolder();

        Assert.That(Scan(folder, TinyLog.Whole, "--regions", "common-unsupported-2026-11"), Does.Contain("流星"));
    }

    private static string Scan(TemporaryFolder folder, string log, params string[] options)
    {
        using var console = new TestConsole();
        string path = folder.Write("log.jsonl", log);
        int code = console.Run(["scan", path, "--findings", folder.At("f.json"), .. options]);
        Assert.That(code, Is.Zero, console.Error);
        return File.ReadAllText(folder.At("f.json"));
    }
}
