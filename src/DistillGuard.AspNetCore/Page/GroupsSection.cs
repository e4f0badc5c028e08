// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Pages;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The accused groups: when their accounts were active, and why they are accused.</summary>
internal static class GroupsSection
{
    private const int MostMembers = 100;

    public static void Write(HtmlPage page, LiveView view)
    {
        if (view.Groups.Count == 0)
        {
            page.Leaf("p", "No group of accounts is above the bar.", ("class", "soft"));
            return;
        }

        foreach (GroupFinding group in view.Groups.Take(LiveView.MostGroups))
        {
            WriteGroup(page, view, group);
        }

        if (view.Groups.Count > LiveView.MostGroups)
        {
            page.Leaf("p", $"{Figures.Of(view.Groups.Count - LiveView.MostGroups)} more, with lower scores, are not shown.", ("class", "soft"));
        }
    }

    private static void WriteGroup(HtmlPage page, LiveView view, GroupFinding group)
    {
        string id = $"g{group.Number}";
        page.Open("article", ("id", id), ("aria-labelledby", id + "-h"));
        page.Leaf(
            "h3",
            $"Group {id}: {Figures.Of(group.Accounts.Count, "account")} of {Figures.Of(group.Organizations, "unrelated organization")}",
            ("id", id + "-h"));
        page.Leaf("p", Standing(group), ("class", "soft"));
        GroupPicture.Write(page, view, group, id);
        EvidenceSection.Write(page, [.. group.Signals]);
        WriteMembers(page, view, group, id);
        page.Close();
    }

    private static string Standing(GroupFinding group)
    {
        string level = group.Level == VerdictLevel.High ? "High" : "Elevated";
        string alert = group.FirstAlert is { } time
            ? $" First alert {Figures.Time(time)}, after {Figures.Of(group.ExchangesBeforeAlert, "exchange")} of its accounts."
            : string.Empty;
        return $"{level}: score {Figures.Of(group.Score)}, bar {Figures.Of(group.Bar)}.{alert}";
    }

    private static void WriteMembers(HtmlPage page, LiveView view, GroupFinding group, string id)
    {
        int shown = Math.Min(MostMembers, group.Accounts.Count);
        string rest = shown < group.Accounts.Count ? $"; {Figures.Of(group.Accounts.Count - shown)} more are not listed" : string.Empty;
        page.Open("details", ("id", id + "-members"));
        page.Leaf("summary", $"Its {Figures.Of(group.Accounts.Count, "account")}", ("id", id + "-members-s"));
        using (var table = new HtmlTable(page, $"Accounts of group {id}, in the order in which they were named{rest}", "Account", "Named", ">Exchanges before"))
        {
            foreach (GroupAccount account in group.Accounts.Take(shown))
            {
                table.Row(view.NameOf(account.Account), Figures.Time(account.Named), Figures.Of(account.ExchangesBefore));
            }
        }

        page.Close();
    }
}
