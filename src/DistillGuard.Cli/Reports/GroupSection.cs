// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Groups;
using DistillGuard.Pages;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Reports;

/// <summary>One accused group: its picture, and further down its evidence, the finding in words, its accounts.</summary>
internal static class GroupSection
{
    public static void WritePicture(HtmlPage page, GroupRecord record, ActivityPicture picture)
    {
        GroupFinding finding = record.Finding;
        page.Open("article", ("id", record.Name), ("aria-labelledby", record.Name + "-h"));
        page.Leaf("h3", Title(record), ("id", record.Name + "-h"));
        page.Open("p", ("class", "soft"));
        page.Text(Standing(finding) + " ");
        page.Leaf("a", Words.Of($"Why {record.Name}"), ("href", $"#{record.Name}-e"));
        page.Close();
        picture.Write(
            page,
            record.Name + "-p",
            Words.Of($"When the accounts of {record.Name} were active"),
            [.. finding.Accounts.Select((account, i) => new ActivityLine(record.Accounts[i], account.Account, account.Named))],
            finding.FirstAlert);
        page.Close();
    }

    public static void WriteEvidence(HtmlPage page, GroupRecord record, ActivityTally activity)
    {
        GroupFinding finding = record.Finding;
        page.Open("article", ("id", record.Name + "-e"), ("aria-labelledby", record.Name + "-eh"));
        page.Leaf("h3", Title(record), ("id", record.Name + "-eh"));
        page.Leaf(
            "p",
            Words.Of($"As it stood when the score was highest, {Words.Of(finding.HighestTime)}. " +
                $"Families: {string.Join(", ", Names.Of(finding.Families))}."),
            ("class", "soft"));
        EvidenceList.Write(page, Reasons.ByWeight([.. finding.Signals]));
        WriteWords(page, finding);
        WriteAccounts(page, record, activity);
        page.Close();
    }

    private static string Title(GroupRecord record) => Words.Of(
        $"{record.Name}: {Words.Count(record.Accounts.Count, "account")} of {Words.Count(record.Finding.Organizations, "organization")}");

    private static string Standing(GroupFinding finding)
    {
        string level = finding.Level == VerdictLevel.High ? "High" : "Elevated";
        string alert = finding.FirstAlert is { } time
            ? Words.Of($" First alert {Words.Of(time)}, after {Words.Count(finding.ExchangesBeforeAlert, "exchange")} of its accounts.")
            : string.Empty;
        return Words.Of(
            $"{level}: score {finding.Score:F1}, bar {finding.Bar:F1}.{alert}");
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
        string caption = "In the order in which they were named" + more;
        using (var table = new HtmlTable(page, caption, "Account", "Named", ">Exchanges before", ">Exchanges in all"))
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
