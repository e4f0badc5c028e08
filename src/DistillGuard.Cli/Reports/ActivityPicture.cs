// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>Accounts down, time across: when each of them was active, how much, and when it was accused.</summary>
internal sealed class ActivityPicture
{
    private const int Top = 18;
    private const int RowHeight = 20;
    private const int MarkHeight = 16;
    private const int MarkInset = (RowHeight - MarkHeight) / 2;
    private const int WordsHeight = 22;

    // The same steps in every picture, so that pictures can be compared. Threefold each: people see ratios.
    private static readonly long[] Steps = [1, 2, 5, 15, 50];

    private readonly ActivityTally _tally;
    private readonly TimeAxis _axis;

    public ActivityPicture(ActivityTally tally, TimeAxis axis)
    {
        _tally = tally;
        _axis = axis;
    }

    /// <summary>Draws a picture.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="id">A name that no other element of the page has.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="lines">The accounts; those beyond the limit are counted.</param>
    /// <param name="alert">When all of them together were first accused; <see langword="null"/> for no such time.</param>
    public void Write(HtmlPage page, string id, string title, IReadOnlyList<ActivityLine> lines, DateTimeOffset? alert)
    {
        int shown = Math.Min(lines.Count, ReportLimits.Rows);
        page.Open("figure");
        page.Open("div", ("class", "strip"));
        page.Open("ol");
        for (int i = 0; i < shown; i++)
        {
            page.Open("li");
            page.Leaf("bdi", ReportLimits.Name(lines[i].Name));
            page.Close();
        }

        page.Close();
        WriteDrawing(page, id, title, [.. lines.Take(shown)], alert);
        page.Close();
        WriteRest(page, lines.Count - shown);
        page.Close();
    }

    /// <summary>Says, once for all pictures of a section, what their marks mean.</summary>
    public void WriteLegend(HtmlPage page)
    {
        page.Leaf(
            "p",
            Words.Of($"A row is an account, a mark its exchanges in {Durations.Of(_tally.Width)}; times are UTC. " +
                $"A thick stroke in a row: from then on that account is accused."),
            ("class", "soft small"));
        page.Open("ul", ("class", "legend"));
        for (int step = 0; step < Steps.Length; step++)
        {
            page.Open("li");
            page.Open("svg", ("width", "12"), ("height", "12"), ("aria-hidden", "true"));
            page.Empty("rect", ("class", Style(step)), ("width", "12"), ("height", "12"));
            page.Close();
            page.Text(step == 0 ? "1 exchange" : Name(step));
            page.Close();
        }

        page.Close();
    }

    private void WriteDrawing(HtmlPage page, string id, string title, IReadOnlyList<ActivityLine> lines, DateTimeOffset? alert)
    {
        int bottom = Top + (lines.Count * RowHeight);
        string alerted = alert is null ? string.Empty : Words.Of($" The line down is the first alert, {Words.Of(alert.Value)}.");
        string seen = Words.Of(
            $"{Words.Count(lines.Count, "account")}, one a row, from {Words.Of(_axis.From)} to {Words.Of(_axis.To)}; " +
                $"the more exchanges, the stronger the mark.{alerted}");
        var drawing = new Drawing(page, id, bottom + WordsHeight, title, seen);
        drawing.Axis(_axis.Ticks, Top, bottom);
        drawing.OpenStretched(Top, lines.Count * RowHeight, Math.Max(1, _tally.Bins));
        for (int row = 0; row < lines.Count; row++)
        {
            WriteRow(page, lines[row], (row * RowHeight) + MarkInset);
        }

        drawing.CloseStretched();
        for (int row = 0; row < lines.Count; row++)
        {
            if (lines[row].Accused is { } accused)
            {
                int y = Top + (row * RowHeight) + MarkInset;
                drawing.Line("named", _axis.At(accused), y, _axis.At(accused), y + MarkHeight);
            }
        }

        if (alert is { } time)
        {
            drawing.Line("alert", _axis.At(time), Top - 2, _axis.At(time), bottom);
            drawing.Note(_axis.At(time), Top - 6, "first alert");
        }

        drawing.Close();
    }

    private void WriteRow(HtmlPage page, ActivityLine line, int y)
    {
        ActivityRow? row = _tally.Of(line.Key);
        page.Open("g");
        page.Leaf("title", Words.Of($"{ReportLimits.Name(line.Name)}: {Words.Count(row?.Exchanges ?? 0, "exchange")}"));
        page.Empty(
            "rect",
            ("class", "row"),
            ("y", HtmlPage.Number(y)),
            ("width", HtmlPage.Number(Math.Max(1, _tally.Bins))),
            ("height", HtmlPage.Number(MarkHeight)));
        for (int step = 0; row is not null && step < Steps.Length; step++)
        {
            string path = Path(row.Bins, step, y);
            if (path.Length > 0)
            {
                page.Empty("path", ("class", Style(step)), ("d", path));
            }
        }

        page.Close();
    }

    // Neighbours of one step are one mark: a busy week is a few hundred bytes.
    private string Path(IReadOnlyList<ActivityBin> bins, int step, int y)
    {
        var path = new StringBuilder();
        for (int i = 0; i < bins.Count;)
        {
            int run = 1;
            if (StepOf(bins[i].Exchanges) == step)
            {
                while (i + run < bins.Count && bins[i + run].Bin == bins[i].Bin + run && StepOf(bins[i + run].Exchanges) == step)
                {
                    run++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{bins[i].Bin - _tally.First} {y}h{run}v{MarkHeight}h-{run}z");
            }

            i += run;
        }

        return path.ToString();
    }

    private static void WriteRest(HtmlPage page, int rest)
    {
        if (rest > 0)
        {
            page.Leaf("figcaption", Words.Of($"{rest:N0} more accounts are not drawn."));
        }
    }

    private static string Name(int step) => step == Steps.Length - 1
        ? Words.Of($"{Steps[step]} and more")
        : Steps[step + 1] - Steps[step] == 1 ? Words.Of($"{Steps[step]}") : Words.Of($"{Steps[step]} to {Steps[step + 1] - 1}");

    private static string Style(int step) => Words.Of($"a{step + 1}");

    private static int StepOf(long exchanges)
    {
        int step = Steps.Length - 1;
        while (step > 0 && exchanges < Steps[step])
        {
            step--;
        }

        return step;
    }
}
