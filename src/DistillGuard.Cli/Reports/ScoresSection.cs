// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>How the score of every accused group rose to its bar, all on one scale of time.</summary>
internal static class ScoresSection
{
    private const double Height = 120;
    private const double Headroom = 1.12;

    public static void Write(HtmlPage page, ScanResult result, ReportTally tally, TimeAxis axis)
    {
        if (result.Groups.Count == 0)
        {
            return;
        }

        page.Open("section", ("id", "scores"), ("aria-labelledby", "scores-h"));
        page.Leaf("h2", "Scores over time", ("id", "scores-h"));
        page.Leaf(
            "p",
            "The score of each accused group at every look, against its bar. An accusation is not taken back when the score falls.",
            ("class", "soft"));
        page.Open("div", ("class", "many"));
        foreach (GroupRecord record in result.Groups.Take(ReportLimits.Groups))
        {
            WriteChart(page, record, tally.ScoresOf(record.Finding.Number), axis);
        }

        page.Close();
        page.Close();
    }

    private static void WriteChart(HtmlPage page, GroupRecord record, IReadOnlyList<ScorePoint> scores, TimeAxis axis)
    {
        float bar = record.Finding.Bar;
        double lowest = Math.Min(0, scores.Count == 0 ? 0 : scores.Min(point => point.Score));
        double highest = Math.Max(bar, scores.Count == 0 ? 0 : scores.Max(point => point.Score)) * Headroom;
        var chart = new LineChart(record.Name + "-s", Words.Of($"Score of {record.Name} over time"), Height)
        {
            Description = Words.Of(
                $"It was {record.Finding.Score:F1} at its highest, {Words.Of(record.Finding.HighestTime)}; the bar is {bar:F1}."),
            Ticks = axis.Ticks,
            Lowest = lowest,
            Highest = highest,
        };
        chart.AddLevel(bar, Words.Of($"bar {bar:F1}"));
        chart.AddCurve(Steps(scores, axis));
        if (record.Finding.FirstAlert is { } alert)
        {
            chart.AddMoment(axis.At(alert), "first alert");
        }

        page.Open("figure");
        page.Open("figcaption");
        page.Leaf("a", record.Name, ("href", "#" + record.Name));
        page.Text(Words.Of($": highest {record.Finding.Score:F1}, last {record.Finding.LatestScore:F1}"));
        page.Close();
        chart.WriteTo(page);
        page.Close();
    }

    // A score stands until the group is tested again, so the curve is one of steps and goes on to the end of the log.
    private static List<ChartPoint> Steps(IReadOnlyList<ScorePoint> scores, TimeAxis axis)
    {
        var points = new List<ChartPoint>();
        for (int i = 0; i < scores.Count; i++)
        {
            if (i == 0 || scores[i].Score != scores[i - 1].Score)
            {
                double x = axis.At(scores[i].Time);
                if (i > 0)
                {
                    points.Add(new ChartPoint(x, scores[i - 1].Score));
                }

                points.Add(new ChartPoint(x, scores[i].Score));
            }
        }

        if (scores.Count > 0)
        {
            points.Add(new ChartPoint(1, scores[^1].Score));
        }

        return points;
    }
}
