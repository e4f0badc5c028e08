// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Tests.Reports;

/// <summary>Tables of the documents that are made from stored results: a test holds them equal, or writes them where DISTILLGUARD_UPDATE is set.</summary>
internal static class PublishedTables
{
    /// <summary>The folder of stored results that the documents show.</summary>
    public const string Results = "benchmarks/DistillGuard.Benchmarks/results/amd-epyc-avx512";

    private const string UpdateVariable = "DISTILLGUARD_UPDATE";

    /// <summary>A path in the source tree; skips the test where there is none.</summary>
    public static string PathOf(string path)
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DistillGuard.sln")))
        {
            folder = folder.Parent;
        }

        if (folder is null)
        {
            Assert.Ignore("The source tree is absent: no DistillGuard.sln above the test assembly.");
        }

        return Path.Combine(folder!.FullName, path);
    }

    /// <summary>Holds equal what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>.</summary>
    public static void Check(string path, string name, string expected)
    {
        string file = PathOf(path);
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        string begin = $"<!-- {name} -->\n";
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = text.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal);
        Assert.That(from >= begin.Length && to >= from, Is.True, $"{path} has no block '{name}'");
        string found = text[from..to];
        if (Environment.GetEnvironmentVariable(UpdateVariable) is { Length: > 0 })
        {
            File.WriteAllText(file, text[..from] + expected + text[to..]);
            found = expected;
        }

        Assert.That(found, Is.EqualTo(expected), $"{path} does not show the stored results; run this test with {UpdateVariable}=1.");
    }
}
