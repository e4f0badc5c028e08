// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The page for people who write rules, as it stands in the tree.</summary>
internal static class RulePage
{
    public static string Path { get; } = FindPage();

    public static string Text { get; } = File.ReadAllText(Path);

    /// <summary>The whole document that the page shows.</summary>
    public static string Example
    {
        get
        {
            int start = Text.IndexOf("```json", Text.IndexOf("## A whole document", StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
            return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }

    private static string FindPage()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = System.IO.Path.Combine(folder.FullName, "docs", "writing-a-rule.md");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("docs/writing-a-rule.md is missing.");
    }
}
