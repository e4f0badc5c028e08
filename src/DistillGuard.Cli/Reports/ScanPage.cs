// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>A scan's findings as a page to look at. The same scan gives the same bytes.</summary>
internal static class ScanPage
{
    public static void Write(Stream stream, ScanResult result)
    {
        ReportTally tally = result.Collected.Report ?? new ReportTally();
        var axis = new TimeAxis(tally.Activity.From, tally.Activity.To);
        using var page = new HtmlPage(stream, "Distillation scan");
        HeadlineSection.Write(page, result);
        page.Open("main", ("id", "main"));
        GroupsSection.Write(page, result, tally.Activity, axis);
        AloneSection.Write(page, result, tally.Activity, axis);
        WatchSection.Write(page, result);
        ScoresSection.Write(page, result, tally, axis);
        PolicySection.Write(page, result);
        MethodSection.Write(page, result);
        page.Close();
        page.Open("footer");
        page.Leaf("p", "Made by DistillGuard. This page is one file: it runs no script and fetches nothing.");
        page.Close();
    }
}
