// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Evaluating;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports.Quality;

/// <summary>An evaluation as a page to look at. The same evaluation gives the same bytes.</summary>
internal static class QualityPage
{
    public static void Write(Stream stream, EvalResult result)
    {
        using var page = new HtmlPage(stream, "Detection quality");
        WriteHeadline(page, result);
        page.Open("main", ("id", "main"));
        QualityTables.WriteCampaigns(page, result);
        QualityCurves.Write(page, result);
        QualityTables.WriteBaselines(page, result);
        QualityTables.WriteReliability(page, result);
        QualityTables.WriteSegments(page, result);
        QualityTables.WriteAblation(page, result);
        page.Close();
        page.Open("footer");
        page.Leaf("p", "Made by DistillGuard. This page is one file: it runs no script and fetches nothing.");
        page.Close();
    }

    private static void WriteHeadline(HtmlPage page, EvalResult result)
    {
        page.Open("header");
        page.Leaf("h1", "Detection quality");
        page.Leaf(
            "p",
            result.CampaignRecall.Trials == 0
                ? Words.Of($"{result.FalseAlarms.Events:N0} of {result.BenignAccounts:N0} benign accounts accused")
                : Words.Of($"{result.CampaignRecall.Events:N0} of {result.CampaignRecall.Trials:N0} campaigns found, {result.FalseAlarms.Events:N0} of {result.BenignAccounts:N0} benign accounts accused"),
            ("class", "headline"));
        page.Leaf(
            "p",
            Words.Of(
                $"Accounts of campaigns accused: {QualityTables.Share(result.Recall)}. False accusations: {QualityTables.PerDay(result.FalseAlarms)} per benign account-day, of {result.FalseAlarms.Trials:N0}; the budget is {result.Budget:G4}."));
        page.Leaf(
            "p",
            Words.Of(
                $"{result.Exchanges:N0} exchanges. Bars: account {result.AccountBar:F1}, group {result.GroupBar:F1}; calibration {DisplayText.Clean(result.Calibration)}. {result.AccountsWithoutLabel:N0} accounts without a label and {result.LabelsWithoutTraffic:N0} labels without traffic count nowhere. Intervals are exact, 95 %, account-days taken for independent."),
            ("class", "soft"));
        page.Close();
    }
}
