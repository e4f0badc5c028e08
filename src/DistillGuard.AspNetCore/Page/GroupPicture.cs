// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Groups;
using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Accounts down, the last day across: when each of them was active, and how much.</summary>
internal static class GroupPicture
{
    private const int MostRows = 30;
    private const int Top = 18;
    private const int RowHeight = 20;
    private const int MarkHeight = 16;
    private const int Inset = (RowHeight - MarkHeight) / 2;
    private const int WordsHeight = 22;

    // As in the report: threefold each, since people see ratios.
    private static readonly int[] Steps = [1, 2, 5, 15, 50];

    public static void Write(HtmlPage page, LiveView view, GroupFinding group, string id)
    {
        GroupAccount[] accounts = [.. group.Accounts.Take(MostRows)];
        page.Open("figure");
        page.Open("div", ("class", "strip"));
        page.Open("ol");
        foreach (GroupAccount account in accounts)
        {
            page.Open("li");
            page.Leaf("bdi", view.NameOf(account.Account));
            page.Close();
        }

        page.Close();
        WriteDrawing(page, view, group, accounts, id);
        page.Close();
        string rest = group.Accounts.Count > MostRows ? $" {Figures.Of(group.Accounts.Count - MostRows)} more accounts are not drawn." : string.Empty;
        page.Leaf(
            "figcaption",
            $"A row is an account, a mark its exchanges in half an hour of the last day: the stronger, the more. Times are UTC.{rest}");
        page.Close();
    }

    private static void WriteDrawing(HtmlPage page, LiveView view, GroupFinding group, GroupAccount[] accounts, string id)
    {
        IReadOnlyList<int[]> activity = view.Traffic.Activity(accounts.Select(static account => account.Account), view.Now);
        DateTimeOffset to = new((AccountActivity.BinOf(view.Now) + 1) * AccountActivity.Width.Ticks, TimeSpan.Zero);
        var axis = new TimeAxis(to - (AccountActivity.Bins * AccountActivity.Width), to);
        int bottom = Top + (accounts.Length * RowHeight);
        string alert = group.FirstAlert is { } first && first >= axis.From ? $" The line down is the first alert, {Figures.Time(first)}." : string.Empty;
        var drawing = new Drawing(
            page,
            id + "-picture",
            bottom + WordsHeight,
            $"When the accounts of group {id} were active",
            $"{Figures.Of(accounts.Length, "account")}, one a row, from {Figures.Time(axis.From)} to {Figures.Time(axis.To)}.{alert}");
        drawing.Axis(axis.Ticks, Top, bottom);
        drawing.OpenStretched(Top, accounts.Length * RowHeight, AccountActivity.Bins);
        for (int row = 0; row < accounts.Length; row++)
        {
            WriteRow(page, view.NameOf(accounts[row].Account), activity[row], (row * RowHeight) + Inset);
        }

        drawing.CloseStretched();
        if (alert.Length > 0)
        {
            double at = axis.At(group.FirstAlert!.Value);
            drawing.Line("alert", at, Top - 2, at, bottom);
            drawing.Note(at, Top - 6, "first alert");
        }

        drawing.Close();
    }

    private static void WriteRow(HtmlPage page, string name, int[] counts, int y)
    {
        page.Open("g");
        page.Leaf("title", $"{name}: {Figures.Of(counts.Sum(static count => (long)count), "exchange")}");
        page.Empty("rect", ("class", "row"), ("y", HtmlPage.Number(y)), ("width", HtmlPage.Number(AccountActivity.Bins)), ("height", HtmlPage.Number(MarkHeight)));
        for (int step = 0; step < Steps.Length; step++)
        {
            int least = Steps[step];
            int most = step + 1 < Steps.Length ? Steps[step + 1] : int.MaxValue;
            var path = new StringBuilder();
            for (int bin = 0; bin < counts.Length; bin++)
            {
                if (counts[bin] >= least && counts[bin] < most)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{bin} {y}h1v{MarkHeight}h-1z");
                }
            }

            if (path.Length > 0)
            {
                page.Empty("path", ("class", $"a{step + 1}"), ("d", path.ToString()));
            }
        }

        page.Close();
    }
}
