// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Evaluating;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports.Quality;

/// <summary>Recall over false alarms, and precision over recall, with every account as a unit.</summary>
internal static class QualityCurves
{
    private const double Height = 220;

    /// <summary>False-alarm rates from a ten-thousandth on are drawn, one width for each factor of ten: the rest of the curve is of no use.</summary>
    private const int Decades = 4;

    private static readonly AxisTick[] RateTicks = [new(0, "1e-4"), new(0.25, "1e-3"), new(0.5, "1e-2"), new(0.75, "0.1"), new(1, "1")];

    private static readonly AxisTick[] RecallTicks = [new(0, "0"), new(0.25, "25 %"), new(0.5, "50 %"), new(0.75, "75 %"), new(1, "100 %")];

    public static void Write(HtmlPage page, EvalResult result)
    {
        if (result.Recall.Trials == 0 || result.BenignAccounts == 0)
        {
            return; // one kind only: there is nothing to tell apart
        }

        page.Open("section", ("id", "curves"), ("aria-labelledby", "curves-h"));
        page.Leaf("h2", "At every threshold", ("id", "curves-h"));
        page.Leaf("p", "Accounts ranked by how far they or their group are above the bar, or below it.", ("class", "soft"));
        page.Open("div", ("class", "many"));
        WriteReceiver(page, result);
        WritePrecision(page, result);
        page.Close();
        page.Close();
    }

    private static void WriteReceiver(HtmlPage page, EvalResult result)
    {
        var points = new List<ChartPoint>();
        double recall = 0;
        foreach (CurvePoint point in result.Curve)
        {
            double x = At(point.FalsePositiveRate);
            points.Add(new ChartPoint(x, recall));
            points.Add(new ChartPoint(x, point.Recall));
            recall = point.Recall;
        }

        var chart = new LineChart("roc", "Accounts found over benign accounts accused", Height)
        {
            Description = Words.Of(
                $"Area under the curve {result.Baselines[0].AreaUnderCurve:F3}. At the bar {result.Recall.Value:0.#%} are found and {result.FalseAlarms.Events:N0} of {result.BenignAccounts:N0} benign accounts accused."),
            Ticks = RateTicks,
            Lowest = 0,
            Highest = 1,
        };
        chart.AddLevel(result.Recall.Value, Words.Of($"found at the bar, {result.Recall.Value:0.#%}"));
        chart.AddCurve(points);
        Figure(page, chart, "Recall (up) over share of benign accounts accused (across, logarithmic)");
    }

    private static void WritePrecision(HtmlPage page, EvalResult result)
    {
        double baseRate = (double)result.Recall.Trials / (result.Recall.Trials + result.BenignAccounts);
        var chart = new LineChart("prc", "Precision over accounts found", Height)
        {
            Description = Words.Of($"Average precision {result.Baselines[0].AveragePrecision:F3}; by chance it would be {baseRate:F3}, the base rate of this log."),
            Ticks = RecallTicks,
            Lowest = 0,
            Highest = 1,
        };
        chart.AddLevel(baseRate, Words.Of($"chance, {baseRate:0.#%}"));
        chart.AddCurve(Steps(result.Curve));
        Figure(page, chart, "Precision (up) over recall (across), at the base rate of this log");
    }

    // As average precision sums it: what a threshold adds to recall, at the precision of that threshold.
    private static List<ChartPoint> Steps(IReadOnlyList<CurvePoint> curve)
    {
        var points = new List<ChartPoint>();
        double from = 0;
        foreach (CurvePoint point in curve)
        {
            points.Add(new ChartPoint(from, point.Precision));
            points.Add(new ChartPoint(point.Recall, point.Precision));
            from = point.Recall;
        }

        return points;
    }

    private static void Figure(HtmlPage page, LineChart chart, string caption)
    {
        page.Open("figure");
        page.Leaf("figcaption", caption);
        chart.WriteTo(page);
        page.Close();
    }

    private static double At(double rate) => rate <= 0 ? 0 : Math.Clamp((Math.Log10(rate) / Decades) + 1, 0, 1);
}
