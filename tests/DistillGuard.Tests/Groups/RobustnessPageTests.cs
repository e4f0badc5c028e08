// SPDX-License-Identifier: MIT

using DistillGuard.Architecture;

namespace DistillGuard.Groups;

/// <summary>The page states what is measured, no more and no less.</summary>
public sealed class RobustnessPageTests
{
    private const string Page = "docs/detectors/robustness.md";

    [Test]
    public void Page_TableOfCampaigns_IsWhatIsMeasured() => AssertStates(RobustnessTable.ToMarkdown());

    [Test]
    public void Page_TableOfLeftOutLanguages_IsWhatIsMeasured() => AssertStates(LeftOutLanguages.ToMarkdown());

    /// <summary>Prints the measured table, which belongs into the page when figures rose; when they fell, look for the reason first.</summary>
    private static void AssertStates(string table)
    {
        TestContext.Out.WriteLine(table);
        Assert.That(Repository.Read(Page).ReplaceLineEndings("\n"), Does.Contain(table), $"{Page} states other figures than the table printed here.");
    }
}
