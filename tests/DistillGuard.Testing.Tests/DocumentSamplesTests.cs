// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Testing;

/// <summary>
/// Holds the code printed in the documents to code that compiles: every C# block follows a comment that names the file in
/// <c>Samples</c> it stands in, word for word.
/// </summary>
public sealed class DocumentSamplesTests
{
    private const string Header = "// SPDX-License-Identifier: MIT\n\n";
    private const string Mark = "<!-- sample: ";
    private const string MarkEnd = " -->";

    private static readonly string Root = FindRoot();

    private static readonly string[] Documents = ["README.md", "docs/writing-a-detector.md"];

    private static IEnumerable<string> SampleFiles =>
        Directory.EnumerateFiles(Samples, "*.cs").Select(file => Path.GetFileName(file));

    private static string Samples => Path.Combine(Root, "tests", "DistillGuard.Testing.Tests", "Samples");

    [TestCaseSource(nameof(SampleFiles))]
    public void Documents_EverySample_IsPrinted(string file) =>
        Assert.That(
            Documents.SelectMany(Lines).Count(line => line == Mark + file + MarkEnd),
            Is.GreaterThan(0),
            "no document prints it");

    [TestCaseSource(nameof(Documents))]
    public void Document_EveryBlockOfCode_IsASampleWordForWord(string document)
    {
        string[] lines = Lines(document);
        int blocks = 0;
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```csharp", StringComparison.Ordinal))
            {
                Assert.That(lines[i - 1], Does.StartWith(Mark).And.EndWith(MarkEnd), $"{document}, line {i + 1}");
                string code = File.ReadAllText(Path.Combine(Samples, lines[i - 1][Mark.Length..^MarkEnd.Length]));
                Assert.That(Block(lines, i + 1), Is.EqualTo(code.ReplaceLineEndings("\n")[Header.Length..]));
                blocks++;
            }
        }

        Assert.That(blocks, Is.GreaterThan(0), "a document without samples needs no test");
    }

    private static string[] Lines(string document) => File.ReadAllLines(Path.Combine(Root, document));

    private static string Block(string[] lines, int start)
    {
        var block = new StringBuilder();
        for (int i = start; lines[i] != "```"; i++)
        {
            block.Append(lines[i]).Append('\n');
        }

        return block.ToString();
    }

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "DistillGuard.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("No parent directory has DistillGuard.sln.");
    }
}
