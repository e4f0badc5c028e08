// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The last hour, minute by minute.</summary>
internal static class TrafficSection
{
    private const int Top = 18;
    private const int Height = 120;
    private const int WordsHeight = 22;
    private const int Unit = 10;
    private const int Gap = 2;

    public static void Write(HtmlPage page, LiveView view)
    {
        long[] all = view.Traffic.Minutes(view.Now, TrafficColumn.Exchanges);
        long[] skipped = view.Traffic.Minutes(view.Now, TrafficColumn.NotEvaluated);
        long[] above = view.Traffic.Minutes(view.Now, TrafficColumn.AboveBar);
        long most = Math.Max(1, all.Max());
        page.Open("figure");
        WriteDrawing(page, view.Now, all, skipped, above, most);
        page.Open("figcaption");
        page.Text($"Exchanges a minute; the highest had {Figures.Of(all.Max())}. Times are UTC.");
        page.Close();
        WriteLegend(page);
        page.Close();
    }

    private static void WriteDrawing(HtmlPage page, DateTimeOffset now, long[] all, long[] skipped, long[] above, long most)
    {
        DateTimeOffset end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
        var axis = new TimeAxis(end.AddMinutes(-MinuteCounts.Minutes), end);
        var drawing = new Drawing(
            page,
            "traffic-picture",
            Top + Height + WordsHeight,
            "Exchanges of the last hour",
            $"{Figures.Of(all.Sum(), "exchange")}, {Figures.Of(skipped.Sum())} of them not evaluated and {Figures.Of(above.Sum())} of accounts above the bar; at most {Figures.Of(most)} in a minute.");
        drawing.Axis(axis.Ticks, Top, Top + Height);
        drawing.OpenStretched(Top, Height, MinuteCounts.Minutes * Unit);
        long[] none = new long[all.Length];
        Bars(page, "a3", none, all, most);
        Bars(page, "above", none, above, most);
        Bars(page, "skipped", above, skipped, most);
        drawing.CloseStretched();
        drawing.Line("base", 0, Top + Height, 1, Top + Height);
        drawing.Label("tick", 0, Top - 6, Figures.Of(most));
        drawing.Close();
    }

    // One path a kind, each bar standing on what is below it.
    private static void Bars(HtmlPage page, string style, long[] below, long[] values, long most)
    {
        var path = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > 0)
            {
                double height = Math.Max(1, (double)values[i] / most * Height);
                double foot = Height - ((double)below[i] / most * Height);
                path.Append(CultureInfo.InvariantCulture, $"M{(i * Unit) + (Gap / 2)} {foot:0.#}h{Unit - Gap}v-{height:0.#}h-{Unit - Gap}z");
            }
        }

        if (path.Length > 0)
        {
            page.Empty("path", ("class", style), ("d", path.ToString()));
        }
    }

    private static void WriteLegend(HtmlPage page)
    {
        page.Open("ul", ("class", "legend"));
        foreach ((string style, string name) in new[] { ("a3", "exchanges"), ("skipped", "not evaluated"), ("above", "of accounts above the bar") })
        {
            page.Open("li");
            page.Open("svg", ("width", "12"), ("height", "12"), ("aria-hidden", "true"));
            page.Empty("rect", ("class", style), ("width", "12"), ("height", "12"));
            page.Close();
            page.Text(name);
            page.Close();
        }

        page.Close();
    }
}
