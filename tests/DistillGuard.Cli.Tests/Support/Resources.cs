// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>Files inside the test assembly.</summary>
internal static class Resources
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
