// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Reports;

/// <summary>The accounts that are accused by themselves, and belong to no accused group.</summary>
internal static class AloneSection
{
    public static void Write(HtmlPage page, ScanResult result, ActivityTally activity, TimeAxis axis)
    {
        IReadOnlyList<AccountRecord> alone = [.. result.Accounts.Where(record => record.Group is null)];
        page.Open("section", ("id", "alone"), ("aria-labelledby", "alone-h"));
        page.Leaf("h2", "Accused accounts in no group", ("id", "alone-h"));
        page.Leaf("p", About(alone.Count), ("class", "soft"));
        if (alone.Count > 0)
        {
            page.Open("div", ("class", "card"));
            var picture = new ActivityPicture(activity, axis);
            picture.WriteLegend(page);
            picture.Write(
                page,
                "alone-p",
                "When the accounts in no group were active",
                [.. alone.Select(record => new ActivityLine(record.Account, record.Highest.Subjects.Account, record.FirstAlert))],
                alert: null);
            page.Close();
        }

        foreach (AccountRecord record in alone.Take(ReportLimits.Alone))
        {
            WriteAccount(page, record);
        }

        page.Close();
    }

    private static string About(int count)
    {
        int rest = count - ReportLimits.Alone;
        string more = rest > 0 ? Words.Of($" {rest:N0} more stand in the findings file only.") : string.Empty;
        return count == 0 ? "None." : Words.Of($"{Words.Count(count, "account")}, highest score first.{more}");
    }

    private static void WriteAccount(HtmlPage page, AccountRecord record)
    {
        page.Open("article");
        page.Open("h3");
        page.Leaf("bdi", ReportLimits.Name(record.Account));
        page.Close();
        string level = record.Level == VerdictLevel.High ? "High" : "Elevated";
        string alert = record.FirstAlert is { } time
            ? Words.Of($" First alert {Words.Of(time)}, after {Words.Count(record.ExchangesBeforeAlert, "exchange")}.")
            : string.Empty;
        page.Leaf(
            "p",
            Words.Of($"{level}: score {record.Score:F1}, bar {record.Bar:F1}, highest {Words.Of(record.HighestTime)}.{alert} " +
                $"Families: {string.Join(", ", Names.Of(record.Families))}."),
            ("class", "soft"));
        EvidenceList.Write(page, record.Reasons);
        page.Close();
    }
}
