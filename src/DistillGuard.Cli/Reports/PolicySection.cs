// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>What policies say of accounts: terms of use, set apart from the evidence.</summary>
internal static class PolicySection
{
    public static void Write(HtmlPage page, ScanResult result)
    {
        page.Open("section", ("id", "policy"), ("aria-labelledby", "policy-h"));
        page.Leaf("h2", "Policy, not evidence", ("id", "policy-h"));
        page.Leaf(
            "p",
            Words.Of($"What the terms of use say of accounts. It is no evidence of distillation, " +
                $"never part of a score, and accuses nobody. Region policy: {result.Setup.RegionPolicy}."),
            ("class", "soft"));
        page.Open("div", ("class", "card apart"));
        if (result.Regions.Count + result.Notes.Count == 0)
        {
            page.Leaf("p", "No policy had anything to say.");
        }

        WriteRegions(page, result);
        WriteNotes(page, result);
        page.Close();
        page.Close();
    }

    private static void WriteRegions(HtmlPage page, ScanResult result)
    {
        if (result.Regions.Count == 0)
        {
            return;
        }

        string caption = "Regions, most exchanges first" + Rest(result.Regions.Count, result.Collected.Regions.NotListed);
        using var table = new HtmlTable(page, caption, "Account", "Country", ">Exchanges", "Reason");
        foreach (RegionFinding row in result.Regions.Take(ReportLimits.PolicyRows))
        {
            table.Row(ReportLimits.Name(row.Account), row.Country, Words.Of($"{row.Exchanges:N0}"), row.Info.Id);
        }
    }

    private static void WriteNotes(HtmlPage page, ScanResult result)
    {
        if (result.Notes.Count == 0)
        {
            return;
        }

        string caption = "Notes of other policies, most exchanges first" + Rest(result.Notes.Count, result.Collected.Notes.NotListed);
        using var table = new HtmlTable(page, caption, "Account", ">Exchanges", "Reason", "At its highest", "Innocent if");
        foreach (PolicyNote row in result.Notes.Take(ReportLimits.PolicyRows))
        {
            table.Row(
                ReportLimits.Name(row.Account),
                Words.Of($"{row.Exchanges:N0}"),
                row.Strongest.Info.Id,
                row.Strongest.Describe(),
                row.Strongest.Info.Innocent);
        }
    }

    private static string Rest(int rows, long notKept)
    {
        int rest = rows - ReportLimits.PolicyRows;
        string more = rest > 0 ? Words.Of($"; {rest:N0} more stand in the findings file only") : string.Empty;
        return notKept > 0 ? Words.Of($"{more}; {Words.Count(notKept, "exchange")} found no room") : more;
    }
}
