// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>Files of the repository that are made from the code: a test holds them equal, or writes them where DISTILLGUARD_UPDATE is set.</summary>
internal static class PublishedFile
{
    private const string UpdateVariable = "DISTILLGUARD_UPDATE";

    private static readonly string? Root = Find();

    private static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) is { Length: > 0 };

    /// <summary>The text of a file; skips the test where there is no source tree.</summary>
    public static string Read(string path)
    {
        if (Root is null)
        {
            Assert.Ignore("The source tree is absent: no DistillGuard.sln above the test assembly.");
        }

        return File.ReadAllText(Path.Combine(Root!, path)).ReplaceLineEndings("\n");
    }

    /// <summary>Holds a whole file equal.</summary>
    public static void Check(string path, string expected)
    {
        if (IsUpdating && Root is not null)
        {
            File.WriteAllText(Path.Combine(Root, path), expected);
        }

        Assert.That(Read(path), Is.EqualTo(expected), $"{path} is stale; run this test with {UpdateVariable}=1.");
    }

    /// <summary>Holds equal what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>.</summary>
    public static void CheckBlock(string path, string name, string expected)
    {
        string text = Read(path);
        string begin = $"<!-- {name} -->\n";
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = text.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal);
        Assert.That(to, Is.GreaterThanOrEqualTo(from), $"{path} has no block '{name}'");
        Check(path, text[..from] + expected + text[to..]);
    }

    private static string? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DistillGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
