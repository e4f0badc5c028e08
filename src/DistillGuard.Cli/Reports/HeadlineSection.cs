// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;

namespace DistillGuard.Cli.Reports;

/// <summary>The counts: what was found, in what, by what measure.</summary>
internal static class HeadlineSection
{
    public static void Write(HtmlPage page, ScanResult result)
    {
        page.Open("header");
        page.Leaf("h1", "Distillation scan" + Span(result));
        page.Leaf("p", Headline(result), ("class", "headline"));
        page.Leaf(
            "p",
            result.Accounts.Count > 0
                ? "A finding is a reason to look at an account, not proof of what its answers were used for."
                : "That is not proof that there is no campaign: what hides well enough stays below the bar.",
            ("class", "soft"));
        WriteNavigation(page, result.Groups.Count > 0);
        page.Open("dl", ("class", "facts"));
        WriteFacts(page, result);
        page.Close();
        page.Close();
    }

    private static string Headline(ScanResult result) => result.Accounts.Count == 0 && result.Groups.Count == 0
        ? "Nobody is accused at this budget"
        : Words.Of($"{Words.Count(result.Groups.Count, "campaign")}, {Words.Count(result.Accounts.Count, "account")} accused");

    private static string Span(ScanResult result) => result.Collected is { From: { } from, To: { } to }
        ? Words.Of($", {Words.Of(from)} to {Words.Of(to)}")
        : string.Empty;

    private static void WriteNavigation(HtmlPage page, bool hasGroups)
    {
        page.Open("nav", ("aria-label", "On this page"));
        page.Open("ul");
        WriteLink(page, "campaigns", "Campaigns");
        if (hasGroups)
        {
            WriteLink(page, "evidence", "Why these groups");
        }

        WriteLink(page, "alone", "Accounts in no group");
        WriteLink(page, "watch", "Watch list");
        if (hasGroups)
        {
            WriteLink(page, "scores", "Scores over time");
        }

        WriteLink(page, "policy", "Policy, not evidence");
        WriteLink(page, "method", "How to read this");
        page.Close();
        page.Close();
    }

    private static void WriteLink(HtmlPage page, string section, string name)
    {
        page.Open("li");
        page.Leaf("a", name, ("href", "#" + section));
        page.Close();
    }

    private static void WriteFacts(HtmlPage page, ScanResult result)
    {
        WriteFact(page, "Campaigns", Words.Of($"{result.Groups.Count:N0}"), "groups of accounts above the bar of groups");
        int inGroups = result.Accounts.Count(record => record.Group is not null);
        WriteFact(
            page,
            "Accounts accused",
            Words.Of($"{result.Accounts.Count:N0}"),
            Words.Of($"{inGroups:N0} with a group, {result.Accounts.Count - inGroups:N0} by themselves"));
        WriteFact(
            page,
            "Exchanges read",
            Words.Of($"{result.Log.Exchanges:N0}"),
            "of " + Words.Count(result.Guard.Accounts, "account"));
        WriteFact(
            page,
            "Budget",
            Words.Of($"{result.Budget.PerAccountDay:G4}"),
            Words.Of($"false accusations per benign account and day; {result.Budget.GroupsPerDay:G4} benign groups per day"));
        WriteFact(page, "Bars", Bars(result), "scores from which an account or a group is accused, in natural log-odds");
        WriteCalibration(page, result.Setup.Guard.Calibration);
        string reasons = string.Join(
            ", ",
            result.Collected.NotEvaluated.Reasons.Select(reason => Words.Of($"{reason.Reason} {reason.Count:N0}")));
        WriteFact(
            page,
            "Not evaluated",
            Words.Of($"{result.Collected.NotEvaluated.Total:N0}"),
            reasons.Length == 0 ? "every exchange could be judged" : reasons + "; that is not the same as clean");
        WriteFact(
            page,
            "Lines skipped",
            Words.Of($"{result.Log.Skipped:N0}"),
            Words.Of($"of {result.Log.Lines:N0}; {result.Log.Incomplete:N0} read in part, {result.Log.OutOfOrder:N0} out of order"));
    }

    private static string Bars(ScanResult result) => float.IsFinite(result.Setup.Guard.GroupBar)
        ? Words.Of($"{result.Setup.Guard.Bar:F1} and {result.Setup.Guard.GroupBar:F1}")
        : Words.Of($"{result.Setup.Guard.Bar:F1}");

    private static void WriteCalibration(HtmlPage page, GuardCalibration? calibration) => WriteFact(
        page,
        "Calibration",
        calibration is null ? "default" : ReportLimits.Name(calibration.Name),
        calibration is null
            ? "0 benign account-days stand behind it: nothing is known of what is usual here"
            : Words.Of($"{Words.Count(calibration.MadeFrom.AccountDays, "benign account-day")} stand behind it"));

    private static void WriteFact(HtmlPage page, string name, string value, string about)
    {
        page.Open("div");
        page.Leaf("dt", name);
        page.Leaf("dd", value, ("class", "value"));
        page.Leaf("dd", about, ("class", "about"));
        page.Close();
    }
}
