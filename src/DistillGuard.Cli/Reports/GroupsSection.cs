// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>All accused groups: the pictures of the first ones, a line for each further one, then the evidence.</summary>
internal static class GroupsSection
{
    public static void Write(HtmlPage page, ScanResult result, ActivityTally activity, TimeAxis axis)
    {
        page.Open("section", ("id", "campaigns"), ("aria-labelledby", "campaigns-h"));
        page.Leaf("h2", "Campaigns", ("id", "campaigns-h"));
        page.Leaf("p", About(result), ("class", "soft"));
        var picture = new ActivityPicture(activity, axis);
        if (result.Groups.Count > 0)
        {
            picture.WriteLegend(page);
        }

        foreach (GroupRecord record in result.Groups.Take(ReportLimits.Groups))
        {
            GroupSection.WritePicture(page, record, picture);
        }

        if (result.Groups.Count > ReportLimits.Groups)
        {
            WriteFurther(page, [.. result.Groups.Skip(ReportLimits.Groups)]);
        }

        page.Close();
        WriteEvidence(page, result, activity);
    }

    private static void WriteEvidence(HtmlPage page, ScanResult result, ActivityTally activity)
    {
        if (result.Groups.Count == 0)
        {
            return;
        }

        page.Open("section", ("id", "evidence"), ("aria-labelledby", "evidence-h"));
        page.Leaf("h2", "Why these groups", ("id", "evidence-h"));
        page.Leaf("p", "Every reason, heaviest first, and beside it what an innocent customer doing this would be.", ("class", "soft"));
        foreach (GroupRecord record in result.Groups.Take(ReportLimits.Groups))
        {
            GroupSection.WriteEvidence(page, record, activity);
        }

        page.Close();
    }

    private static string About(ScanResult result) => result.Groups.Count == 0
        ? "No group of accounts reached the bar of groups."
        : "Accounts that belong together by what they send, when and how. Highest score first.";

    private static void WriteFurther(HtmlPage page, IReadOnlyList<GroupRecord> records)
    {
        int rest = records.Count - ReportLimits.FurtherGroups;
        string more = rest > 0 ? Words.Of($"; {rest:N0} more are not listed") : string.Empty;
        using var table = new HtmlTable(
            page,
            Words.Of($"{Words.Count(records.Count, "further accused group")}, without pictures{more}"),
            "Group", "Level", ">Score", ">Bar", ">Accounts", "First alert", ">Exchanges before");
        foreach (GroupRecord record in records.Take(ReportLimits.FurtherGroups))
        {
            table.Row(
                record.Name,
                Names.Of(record.Finding.Level),
                Words.Of($"{record.Finding.Score:F1}"),
                Words.Of($"{record.Finding.Bar:F1}"),
                Words.Of($"{record.Accounts.Count:N0}"),
                record.Finding.FirstAlert is { } alert ? Words.Of(alert) : string.Empty,
                Words.Of($"{record.Finding.ExchangesBeforeAlert:N0}"));
        }
    }
}
