// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Findings;

public sealed class FindingsFileTests
{
    [Test]
    public void CheckTarget_Directory_TellsTheRemedy()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => FindingsFile.CheckTarget(folder.Path, []),
            Throws.TypeOf<ToolException>().With.Message.Contains("is a directory").And.Message.Contains("findings.json"));
    }

    [Test]
    public void CheckTarget_NoSuchFolder_NamesIt()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => FindingsFile.CheckTarget(folder.At("none/f.json"), []),
            Throws.TypeOf<ToolException>().With.Message.Contains(folder.At("none")));
    }

    [Test]
    public void CheckTarget_OneOfTheInputsByAnotherSpelling_Refuses()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => FindingsFile.CheckTarget(folder.At("log.jsonl"), [Path.Join(folder.Path, ".", "log.jsonl")]),
            Throws.TypeOf<ToolException>().With.Message.Contains("also an input"));
    }

    [Test]
    public void Write_Done_LeavesTheFileOnly()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", TinyLog.Whole);

        console.Run("scan", log, "--findings", folder.At("f.json"));

        Assert.That(
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(["f.json", "log.jsonl"]));
    }

    [Test]
    public void Write_FileIsThere_ReplacesIt()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", TinyLog.Whole);
        folder.Write("f.json", "old");

        console.Run("scan", log, "--findings", folder.At("f.json"));

        Assert.That(File.ReadAllText(folder.At("f.json")), Does.StartWith("{\n"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void Write_Device_IsWrittenToAndNotReplaced()
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = folder.Write("log.jsonl", TinyLog.Whole);

        int code = console.Run("scan", log, "--findings", "/dev/null");

        Assert.That((code, File.ReadAllText("/dev/null")), Is.EqualTo((0, string.Empty)));
    }
}
