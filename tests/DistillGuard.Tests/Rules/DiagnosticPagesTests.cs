// SPDX-License-Identifier: MIT

using System.Reflection;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Rules;

/// <summary>Every diagnostic has a page, and the examples on it are what they claim to be.</summary>
public sealed class DiagnosticPagesTests
{
    private const string Fence = "```";

    // Too large to print, or about packs and settings: other tests make them.
    private static readonly string[] WithoutExample = ["DG1002", "DG1023", "DG1039", "DG1044", "DG3001", "DG3002", "DG3003", "DG3004", "DG3005"];

    private static string Folder => Path.Combine(Path.GetDirectoryName(RulePage.Path)!, "rules");

    public static IEnumerable<string> Codes() =>
        typeof(RuleDiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);

    public static IEnumerable<string> CodesWithExample() => Codes().Except(WithoutExample, StringComparer.Ordinal);

    [TestCaseSource(nameof(Codes))]
    public void Page_OfEveryCode_TellsCauseAndRemedy(string code)
    {
        string page = Read(code);

        Assert.That(page, Does.StartWith($"# {code}: ").And.Contain("**Cause.**").And.Contain("**Remedy.**"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "README.md")), Does.Contain($"[{code}]({code}.md)"));
    }

    [Test]
    public void Page_OfNoCode_DoesNotExist() =>
        Assert.That(Directory.EnumerateFiles(Folder, "DG*.md").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Codes()));

    [TestCaseSource(nameof(CodesWithExample))]
    public void BadExample_GivesItsCodeAndNoOther(string code) =>
        Assert.That(Check(Section(code, "## Bad")).Distinct(StringComparer.Ordinal), Is.EqualTo(new[] { code }));

    [TestCaseSource(nameof(CodesWithExample))]
    public void GoodExample_GivesNone(string code) => Assert.That(Check(Section(code, "## Good")), Is.Empty);

    private static IEnumerable<string> Check(string section)
    {
        string[] blocks = [.. Blocks(section)];
        RuleSetSource[] sources = [new("house.json", blocks[0])];
        if (blocks.Length == 1 && !section.Contains("warning", StringComparison.Ordinal))
        {
            RuleSet.TryCompile(sources, out _, out IReadOnlyList<RuleDiagnostic> found);
            return found.Select(diagnostic => diagnostic.Code);
        }

        string[] rules = section.Contains("and `worksheets-again.cases.json`", StringComparison.Ordinal) ? ["worksheets", "worksheets-again"] : ["worksheets"];
        RuleCaseFile[] cases = [.. blocks.Skip(1).Zip(rules).Select(pair => RuleCaseFile.Read(pair.Second, new RuleSetSource(pair.Second, pair.First)))];
        return RuleSetCheck.Run(sources, cases).Select(diagnostic => diagnostic.Code);
    }

    // The words before the section say whether the page is about a warning.
    private static string Section(string code, string heading)
    {
        string page = Read(code);
        int start = page.IndexOf(heading, StringComparison.Ordinal);
        int end = page.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return page[..page.IndexOf("**Cause.**", StringComparison.Ordinal)] + (end < 0 ? page[start..] : page[start..end]);
    }

    private static IEnumerable<string> Blocks(string section)
    {
        int at = 0;
        while ((at = section.IndexOf(Fence + "json", at, StringComparison.Ordinal)) >= 0)
        {
            int start = at + Fence.Length + "json".Length;
            at = section.IndexOf(Fence, start, StringComparison.Ordinal);
            yield return section[start..at];
            at += Fence.Length;
        }
    }

    private static string Read(string code) => File.ReadAllText(Path.Combine(Folder, code + ".md"));
}
