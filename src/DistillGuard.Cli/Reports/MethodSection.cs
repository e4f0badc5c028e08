// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>How the figures came about, and how to read them.</summary>
internal static class MethodSection
{
    public static void Write(HtmlPage page, ScanResult result)
    {
        page.Open("section", ("id", "method"), ("aria-labelledby", "method-h"));
        page.Leaf("h2", "How to read this", ("id", "method-h"));
        WritePoint(
            page,
            "Score and bar",
            "Every piece of evidence has a weight in natural log-odds: 2.3 multiplies the odds " +
            "by ten, 0 says nothing, a negative weight speaks for innocence. Weights of one family " +
            "are capped before they are added. The bar follows from the budget: the lower the rate of false " +
            "accusations you accept, the higher the bar.");
        WritePoint(
            page,
            "Who is accused",
            "An account whose score reaches the bar on two families of evidence, or on conclusive evidence " +
            "alone; a group that reaches the bar of groups; and the accounts named with it. Two families, " +
            "because one habit, however odd, is often a customer with an odd job.");
        WritePoint(
            page,
            "First alert",
            "The log's time at which the accusation first stood, with what was known then. What came later " +
            "never moves it back. Exchanges before it are counted up to and " +
            "including the one at which it stood.");
        WritePoint(
            page,
            "What weighs nothing",
            "Country, language, script and time zone are never evidence, and neither is a name. Not evaluated " +
            "is not the same as clean.");
        WritePoint(
            page,
            "Before you act",
            "Read the innocent explanation beside each reason and ask whether it fits this customer. The " +
            "findings file (--findings) holds everything this page leaves out for its size.");
        WriteSetup(page, result);
        page.Close();
    }

    private static void WritePoint(HtmlPage page, string title, string text)
    {
        page.Leaf("h4", title);
        page.Leaf("p", text);
    }

    private static void WriteSetup(HtmlPage page, ScanResult result)
    {
        page.Open("details");
        page.Leaf("summary", "What it was made with");
        IEnumerable<string> detectors = result.Setup.Guard.Faults.Concat(result.Setup.Guard.AnalyzerFaults).Select(detector => detector.Detector);
        page.Leaf("p", $"Detectors: {string.Join(", ", detectors)}.", ("class", "small"));
        page.Leaf("p", Words.Of($"Rules: {DisplayText.Clean(result.Setup.Rules, 400)}"), ("class", "small"));
        page.Close();
    }
}
