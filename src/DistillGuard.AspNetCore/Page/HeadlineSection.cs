// SPDX-License-Identifier: MIT

using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>What stands out, in one sentence, and the figures of the last hour.</summary>
internal static class HeadlineSection
{
    public static void Write(HtmlPage page, LiveView view)
    {
        page.Leaf("p", Headline(view), ("class", "headline"));
        page.Leaf(
            "p",
            view.Groups.Count + view.Standing.Count == 0
                ? "That is not the same as clean: what was not evaluated is counted below."
                : "A finding is a reason to look, not proof. Beside each stands what an innocent customer like that would be.",
            ("class", "soft"));
    }

    public static void WriteFacts(HtmlPage page, LiveView view)
    {
        long exchanges = view.Traffic.LastHour(view.Now, TrafficColumn.Exchanges);
        long skipped = view.Traffic.LastHour(view.Now, TrafficColumn.NotEvaluated);
        page.Open("dl", ("class", "facts"));
        Fact(page, "Exchanges in the last hour", Figures.Of(exchanges), $"{Figures.Of(view.Guard.Counters.Evaluated)} evaluated since the start");
        Fact(page, "Not evaluated", Figures.Share(skipped, exchanges), $"{Figures.Of(skipped)} in the last hour");
        Fact(
            page,
            "Acted on",
            Figures.Of(view.Traffic.LastHour(view.Now, TrafficColumn.ActedOn)),
            $"{Figures.Of(view.Traffic.LastHour(view.Now, TrafficColumn.DryRuns))} more only weighed");
        Fact(
            page,
            "Tokens in the last hour",
            Figures.Of(view.Traffic.LastHour(view.Now, TrafficColumn.OutputTokens)),
            $"out; {Figures.Of(view.Traffic.LastHour(view.Now, TrafficColumn.InputTokens))} in");
        page.Close();
    }

    private static string Headline(LiveView view)
    {
        string groups = Figures.Of(view.Groups.Count, "group");
        string accounts = Figures.Of(view.Standing.Count, "account");
        return (view.Groups.Count, view.Standing.Count) switch
        {
            (0, 0) => "Nothing stands out",
            (_, 0) => $"{groups} of accounts {Verb(view.Groups.Count)} out",
            (0, _) => $"{accounts} {Verb(view.Standing.Count)} out",
            _ => $"{groups} and {accounts} stand out",
        };
    }

    private static string Verb(int count) => count == 1 ? "stands" : "stand";

    private static void Fact(HtmlPage page, string name, string value, string about)
    {
        page.Open("div");
        page.Leaf("dt", name);
        page.Leaf("dd", value, ("class", "value"));
        page.Leaf("dd", about, ("class", "about"));
        page.Close();
    }
}
