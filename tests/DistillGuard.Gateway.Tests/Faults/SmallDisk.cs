// SPDX-License-Identifier: MIT

using System.Diagnostics;

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>A disk of a few kilobytes, in memory, so that it is full at once. Where nobody may mount one, the test is skipped and says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Mounts it.</summary>
    public static SmallDisk Mount()
    {
        string folder = Directory.CreateTempSubdirectory("disk").FullName;
        if (!OperatingSystem.IsLinux() || !Runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder))
        {
            Directory.Delete(folder);
            Assert.Ignore("This user may not mount a small disk, so a full one cannot be had.");
        }

        return new SmallDisk(folder);
    }

    public void Dispose()
    {
        Runs("umount", "-l", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static bool Runs(string program, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
