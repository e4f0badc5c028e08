// SPDX-License-Identifier: MIT

namespace DistillGuard.Architecture;

/// <summary>The source tree the tests were built from, found by walking up to the solution.</summary>
internal static class Repository
{
    private static readonly string? Root = Find();

    /// <summary>The source files under a folder, by path relative to the root, with '/'. Skips the test where there is no tree.</summary>
    public static IReadOnlyList<SourceFile> CSharp(string folder)
    {
        string root = RootOrSkip();
        string[] built = [$"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"];
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
                .Where(path => !built.Any(part => path.Contains(part, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllLines(path))),
        ];
    }

    public static bool Exists(string path) => File.Exists(Path.Combine(RootOrSkip(), path));

    public static string Read(string path) => File.ReadAllText(Path.Combine(RootOrSkip(), path));

    private static string RootOrSkip()
    {
        if (Root is null)
        {
            Assert.Ignore("The source tree is absent: no DistillGuard.sln above the test assembly.");
        }

        return Root!;
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
