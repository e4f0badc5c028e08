// SPDX-License-Identifier: MIT

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
