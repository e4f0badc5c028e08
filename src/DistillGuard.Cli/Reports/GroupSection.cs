// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Reports.Pages;
using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Reports;

/// <summary>One accused group: its picture, its evidence, the finding in words, its accounts.</summary>
internal static class GroupSection
{
    public static void Write(HtmlPage page, GroupRecord record, ActivityPicture picture, ActivityTally activity)
    {
        GroupFinding finding = record.Finding;
        page.Open("article", ("id", record.Name), ("aria-labelledby", record.Name + "-h"));
        page.Leaf(
            "h3",
            Words.Of($"{record.Name}: {Words.Count(finding.Accounts.Count, "account")} of {Words.Count(finding.Organizations, "organization")}"),
            ("id", record.Name + "-h"));
        page.Leaf("p", Standing(finding), ("class", "soft"));
        picture.Write(
            page,
            record.Name + "-p",
            Words.Of($"When the accounts of {record.Name} were active"),
            [.. finding.Accounts.Select((account, i) => new ActivityLine(record.Accounts[i], account.Account, account.Named))],
            finding.FirstAlert);
        page.Leaf("h4", "Evidence, when the score was highest");
        EvidenceList.Write(page, Reasons.ByWeight([.. finding.Signals]));
        WriteWords(page, finding);
        WriteAccounts(page, record, activity);
        page.Close();
    }

    private static string Standing(GroupFinding finding)
    {
        string level = finding.Level == VerdictLevel.High ? "High" : "Elevated";
        string alert = finding.FirstAlert is { } time
            ? Words.Of($" First alert {Words.Of(time)}, after {Words.Count(finding.ExchangesBeforeAlert, "exchange")} of its accounts.")
            : string.Empty;
        return Words.Of(
            $"{level}: score {finding.Score:F1}, bar {finding.Bar:F1}, highest {Words.Of(finding.HighestTime)}.{alert} Families: {string.Join(", ", Names.Of(finding.Families))}.");
    }

    private static void WriteWords(HtmlPage page, GroupFinding finding)
    {
        page.Open("details");
        page.Leaf("summary", "The finding in words, to copy");
        page.Leaf("div", finding.Explain(), ("class", "words"));
        page.Close();
    }

    private static void WriteAccounts(HtmlPage page, GroupRecord record, ActivityTally activity)
    {
        int shown = Math.Min(record.Accounts.Count, ReportLimits.Members);
        int rest = record.Accounts.Count - shown;
        string more = rest > 0 ? Words.Of($"; {rest:N0} more are not listed") : string.Empty;
        page.Open("details");
        page.Leaf("summary", Words.Of($"Its {Words.Count(record.Accounts.Count, "account")}"));
        using (var table = new HtmlTable(page, $"In the order in which they were named{more}", "Account", "Named", ">Exchanges before", ">Exchanges in all"))
        {
            for (int i = 0; i < shown; i++)
            {
                GroupAccount account = record.Finding.Accounts[i];
                table.Row(
                    ReportLimits.Name(record.Accounts[i]),
                    Words.Of(account.Named),
                    Words.Of($"{account.ExchangesBefore:N0}"),
                    Words.Of($"{activity.Of(account.Account)?.Exchanges ?? 0:N0}"));
            }
        }

        page.Close();
    }
}
