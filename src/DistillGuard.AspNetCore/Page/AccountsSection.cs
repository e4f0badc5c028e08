// SPDX-License-Identifier: MIT

using DistillGuard.Pages;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The accounts whose own evidence is above the bar.</summary>
internal static class AccountsSection
{
    private const int MostExplained = 10;

    public static void Write(HtmlPage page, LiveView view)
    {
        if (view.Standing.Count == 0)
        {
            page.Leaf("p", "No account is above the bar by its own evidence.", ("class", "soft"));
            return;
        }

        WriteTable(page, view);
        foreach (AccountStanding standing in view.Standing.Take(MostExplained))
        {
            SubjectKey account = standing.Verdict.Subjects.Account;
            string id = "a" + account;
            page.Open("details", ("id", id));
            page.Open("summary", ("id", id + "-s"));
            page.Text("Why ");
            page.Leaf("bdi", view.NameOf(account));
            page.Close();
            EvidenceSection.Write(page, standing.Verdict.Signals);
            page.Close();
        }
    }

    private static void WriteTable(HtmlPage page, LiveView view)
    {
        int shown = Math.Min(LiveView.MostAccounts, view.Standing.Count);
        string rest = shown < view.Standing.Count ? $"; {Figures.Of(view.Standing.Count - shown)} more are not listed" : string.Empty;
        using var table = new HtmlTable(page, "By their latest verdicts, the highest first" + rest, "Account", "Level", ">Score", ">Bar", ">Exchanges", "Since");
        foreach (AccountStanding standing in view.Standing.Take(shown))
        {
            table.Row(
                view.NameOf(standing.Verdict.Subjects.Account),
                standing.Verdict.OwnLevel == VerdictLevel.High ? "High" : "Elevated",
                Figures.Of(standing.Verdict.Score),
                Figures.Of(standing.Verdict.Bar),
                Figures.Of(standing.Verdict.AccountExchanges),
                Figures.Time(standing.First));
        }
    }
}
