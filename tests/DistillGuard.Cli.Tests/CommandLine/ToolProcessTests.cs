// SPDX-License-Identifier: MIT

using System.Diagnostics;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.CommandLine;

public sealed class ToolProcessTests
{
    [Test]
    public void Process_LogOnStandardInput_EndsWithZeroAndNoAnsi()
    {
        using var folder = new TemporaryFolder();

        (int code, string output, string error) = ToolProcess.Run(folder.Path, TinyLog.Whole, "scan", "-", "--verbose");

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("Read 5 exchanges of 3 accounts").And.Not.Contain("\e"));
    }

    [Test]
    public void Process_StandardErrorIsNoTerminal_ShowsNoProgress()
    {
        using var folder = new TemporaryFolder();

        Assert.That(ToolProcess.Run(folder.Path, string.Empty, "scan", "-").Error, Is.Empty);
    }

    [Test]
    public void Process_MissingFile_EndsWithOne()
    {
        using var folder = new TemporaryFolder();

        (int code, _, string error) = ToolProcess.Run(folder.Path, string.Empty, "scan", "none.jsonl");

        Assert.That((code, error.Trim()), Is.EqualTo((1, "distillguard: none.jsonl: no such file; check the path, or " +
            "give - for standard input.")));
    }

    [Test]
    [Platform("Linux")]
    public void Process_Interrupted_EndsWith130AndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        using Process process = ToolProcess.StartInterruptible(folder.Path, "scan", "-", "--findings", "f.json");
        process.StandardInput.Write(TinyLog.Morning);
        process.StandardInput.Flush();

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        bool ended = process.WaitForExit(TimeSpan.FromMinutes(1));
        if (!ended)
        {
            process.Kill();
        }

        Assert.That(ended, Is.True, "the tool did not stop");
        Assert.That((process.ExitCode, Directory.GetFiles(folder.Path).Length), Is.EqualTo((130, 0)));
    }
}
