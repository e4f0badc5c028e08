// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Reports;

public sealed class ReportFileTests
{
    [Test]
    public void CheckTarget_OneOfTheLogs_Refuses()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", TinyLog.Whole);

        int code = console.Run("scan", log, "--report", log);

        Assert.That((code, File.ReadAllText(log)), Is.EqualTo((1, TinyLog.Whole)));
        Assert.That(console.Error, Does.Contain("--report").And.Contain("also an input"));
    }

    [Test]
    public void Write_Done_SaysWhereAndLeavesTheFileOnly()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", TinyLog.Whole);

        console.Run("scan", log, "--report", folder.At("r.html"));

        Assert.That(console.Output, Does.EndWith($"Report written to {folder.At("r.html")}\n"));
        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(["log.jsonl", "r.html"]));
    }
}
