// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Reports;

/// <summary>Who comes next: the highest scores below the bar. Nobody here is accused.</summary>
internal static class WatchSection
{
    public static void Write(HtmlPage page, ScanResult result)
    {
        page.Open("section", ("id", "watch"), ("aria-labelledby", "watch-h"));
        page.Leaf("h2", "Watch list", ("id", "watch-h"));
        page.Leaf(
            "p",
            "The highest scores below the bar. Nobody here is accused; benign accounts are expected among them.",
            ("class", "soft"));
        if (result.GroupWatch.Count > 0)
        {
            WriteGroups(page, result.GroupWatch);
        }

        if (result.Watch.Count > 0)
        {
            WriteAccounts(page, result.Watch);
        }

        page.Close();
    }

    private static void WriteGroups(HtmlPage page, IReadOnlyList<GroupRecord> records)
    {
        page.Open("details");
        page.Leaf("summary", Words.Of($"{Words.Count(records.Count, "group")} below the bar"));
        using (var table = new HtmlTable(page, "Groups, highest score first", "Group", ">Score", ">Bar", ">Accounts", "Strongest reason"))
        {
            foreach (GroupRecord record in records)
            {
                table.Row(
                    record.Name,
                    Words.Of($"{record.Finding.Score:F1}"),
                    Words.Of($"{record.Finding.Bar:F1}"),
                    Words.Of($"{record.Accounts.Count:N0}"),
                    Strongest(Reasons.ByWeight([.. record.Finding.Signals])));
            }
        }

        page.Close();
    }

    private static void WriteAccounts(HtmlPage page, IReadOnlyList<AccountRecord> records)
    {
        page.Open("details");
        page.Leaf("summary", Words.Of($"{Words.Count(records.Count, "account")} below the bar"));
        using (var table = new HtmlTable(page, "Accounts, highest score first", "Account", ">Score", ">Bar", "When", "Strongest reason"))
        {
            foreach (AccountRecord record in records)
            {
                table.Row(
                    ReportLimits.Name(record.Account),
                    Words.Of($"{record.Score:F1}"),
                    Words.Of($"{record.Bar:F1}"),
                    Words.Of(record.HighestTime),
                    Strongest(record.Reasons));
            }
        }

        page.Close();
    }

    private static string Strongest(IReadOnlyList<Signal> reasons) => reasons.Count == 0 ? string.Empty : reasons[0].Info.Title;
}
