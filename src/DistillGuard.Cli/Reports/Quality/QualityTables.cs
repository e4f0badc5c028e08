// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Evaluating;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports.Quality;

/// <summary>The tables of an evaluation.</summary>
internal static class QualityTables
{
    /// <summary>Most rows of a table whose length the labels decide.</summary>
    private const int MostRows = 500;

    public static string Share(Rate rate) =>
        Words.Of($"{rate.Events:N0} of {rate.Trials:N0}, {rate.Value:0.#%} ({rate.Lower:0.#%} to {rate.Upper:0.#%})");

    public static string PerDay(Rate rate) => Words.Of($"{rate.Value:0.0e+0} ({rate.Lower:0.0e+0} to {rate.Upper:0.0e+0})");

    public static void WriteCampaigns(HtmlPage page, EvalResult result)
    {
        if (result.Campaigns.Count == 0)
        {
            return;
        }

        Begin(page, "campaigns", "Campaigns", "Leaked is the share of a campaign's exchanges that its accounts sent up to their own accusation.");
        using (var table = new HtmlTable(page, "Campaign by campaign", "Campaign", ">Accused", ">Exchanges", ">Before first alert", ">Hours", ">Leaked"))
        {
            foreach (CampaignResult row in result.Campaigns.Take(MostRows))
            {
                table.Row(
                    DisplayText.Clean(row.Campaign),
                    Words.Of($"{row.Recall.Events:N0} of {row.Recall.Trials:N0}"),
                    Words.Of($"{row.Exchanges:N0}"),
                    row.IsFound ? Words.Of($"{row.ExchangesBeforeAlert:N0}") : "never",
                    row.HoursBeforeAlert is { } hours ? Words.Of($"{hours:F1}") : "-",
                    Words.Of($"{row.Leaked:0%}"));
            }
        }

        End(page, result.Campaigns.Count);
    }

    public static void WriteBaselines(HtmlPage page, EvalResult result)
    {
        Begin(
            page,
            "rules",
            "Beside simple rules",
            "A simple rule gets the threshold that suits it best on this very log, within the budget; DistillGuard has the bar it had before.");
        using (var table = new HtmlTable(page, "What each rule finds", "Rule", ">Benign accused", ">Accounts found", ">Campaigns, half or more", ">Area under ROC", ">Average precision"))
        {
            foreach (BaselineResult row in result.Baselines)
            {
                table.Row(
                    row.Name,
                    Words.Of($"{row.FalseAlarms.Events:N0}"),
                    Words.Of($"{row.Recall.Events:N0} of {row.Recall.Trials:N0}"),
                    Words.Of($"{row.Campaigns.Events:N0} of {row.Campaigns.Trials:N0}"),
                    Words.Of($"{row.AreaUnderCurve:F3}"),
                    Words.Of($"{row.AveragePrecision:F3}"));
            }
        }

        page.Close();
    }

    public static void WriteReliability(HtmlPage page, EvalResult result)
    {
        Begin(
            page,
            "budgets",
            "What a budget states, and what was seen",
            "Groups have a budget of their own, so who is named with a group is named at every budget of this table.");
        using (var table = new HtmlTable(page, "Stated and observed", ">Stated", ">Bar", ">Accused, of benign account-days", ">Observed", ">Accounts found"))
        {
            foreach (ReliabilityResult row in result.Reliability)
            {
                table.Row(
                    Words.Of($"{row.Stated:0e+0}"),
                    Words.Of($"{row.Bar:F1}"),
                    Words.Of($"{row.Observed.Events:N0} of {row.Observed.Trials:N0}"),
                    PerDay(row.Observed),
                    Words.Of($"{row.Recall.Events:N0} of {row.Recall.Trials:N0}"));
            }
        }

        page.Close();
    }

    public static void WriteSegments(HtmlPage page, EvalResult result)
    {
        if (result.Segments.Count == 0)
        {
            return;
        }

        Begin(
            page,
            "kinds",
            "False accusations by kind of customer",
            "Worse: even the lower end of the interval is above 1.25 times the rate of all.");
        using (var table = new HtmlTable(page, "Kinds of customer", "Kind", ">Accounts", ">Accused, of account-days", ">Per account-day", ">To all", ">Worse"))
        {
            foreach (SegmentResult row in result.Segments.OrderByDescending(static row => row.FalseAlarms.Value).ThenByDescending(static row => row.FalseAlarms.Trials).Take(MostRows))
            {
                table.Row(
                    DisplayText.Clean(row.Segment),
                    Words.Of($"{row.Accounts:N0}"),
                    Words.Of($"{row.FalseAlarms.Events:N0} of {row.FalseAlarms.Trials:N0}"),
                    PerDay(row.FalseAlarms),
                    row.Ratio is { } ratio ? Words.Of($"{ratio:F2}") : "-",
                    row.IsWorse ? "yes" : "no");
            }
        }

        End(page, result.Segments.Count);
    }

    public static void WriteAblation(HtmlPage page, EvalResult result)
    {
        if (result.Ablation.Count == 0)
        {
            return;
        }

        Begin(page, "families", "Without one family of evidence", "The same log scanned again, with one family weighing nothing.");
        using (var table = new HtmlTable(page, "What is left", "Without", ">Accounts found", ">Campaigns", ">Benign accused"))
        {
            foreach (AblationResult row in result.Ablation)
            {
                table.Row(
                    row.Without,
                    Words.Of($"{row.Recall.Events:N0} of {row.Recall.Trials:N0}"),
                    Words.Of($"{row.Campaigns.Events:N0} of {row.Campaigns.Trials:N0}"),
                    Words.Of($"{row.FalseAlarms.Events:N0}"));
            }
        }

        page.Close();
    }

    private static void Begin(HtmlPage page, string id, string title, string note)
    {
        page.Open("section", ("id", id), ("aria-labelledby", id + "-h"));
        page.Leaf("h2", title, ("id", id + "-h"));
        page.Leaf("p", note, ("class", "soft"));
    }

    private static void End(HtmlPage page, int rows)
    {
        if (rows > MostRows)
        {
            page.Leaf("p", Words.Of($"and {rows - MostRows:N0} more; evaluation.json has them all."), ("class", "soft"));
        }

        page.Close();
    }
}
