// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>Files of a test, below its own working folder.</summary>
internal static class TemporaryFile
{
    /// <summary>Writes a file and returns its path, fit to stand in JSON.</summary>
    public static string Write(string name, string text)
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "files", TestContext.CurrentContext.Test.ID);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path.Replace('\\', '/');
    }
}
