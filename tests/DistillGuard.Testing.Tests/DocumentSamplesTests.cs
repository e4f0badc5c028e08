// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Testing;

/// <summary>
/// Holds the code in <c>docs/writing-a-detector.md</c> to code that compiles: every C# block follows a comment that
/// names the file in
/// <c>Samples</c> it stands in, word for word.
/// </summary>
public sealed class DocumentSamplesTests
{
    private const string Header = "// SPDX-License-Identifier: MIT\n\n";
    private const string Mark = "<!-- sample: ";

    private static readonly string Root = FindRoot();

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "docs", "writing-a-detector.md"));

    private static IEnumerable<string> SampleFiles =>
        Directory.EnumerateFiles(Samples, "*.cs").Select(file => Path.GetFileName(file));

    private static string Samples => Path.Combine(Root, "tests", "DistillGuard.Testing.Tests", "Samples");

    [TestCaseSource(nameof(SampleFiles))]
    public void Document_EverySample_IsPrintedWordForWord(string file)
    {
        string code = File.ReadAllText(Path.Combine(Samples, file)).ReplaceLineEndings("\n");

        Assert.That(Block(file), Is.EqualTo(code[Header.Length..]));
    }

    [Test]
    public void Document_EveryBlockOfCode_NamesASample()
    {
        for (int i = 1; i < Lines.Length; i++)
        {
            if (Lines[i].StartsWith("```csharp", StringComparison.Ordinal))
            {
                Assert.That(Lines[i - 1], Does.StartWith(Mark), $"line {i + 1}");
                Assert.That(SampleFiles, Has.Member(Lines[i - 1][Mark.Length..^" -->".Length]), $"line {i + 1}");
            }
        }
    }

    private static string Block(string file)
    {
        int mark = Array.IndexOf(Lines, $"{Mark}{file} -->");
        Assert.That(mark, Is.GreaterThanOrEqualTo(0), $"the document has no block for {file}");
        Assert.That(Lines[mark + 1], Is.EqualTo("```csharp"));

        var block = new StringBuilder();
        for (int i = mark + 2; Lines[i] != "```"; i++)
        {
            block.Append(Lines[i]).Append('\n');
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
