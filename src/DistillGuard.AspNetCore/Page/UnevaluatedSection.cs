// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.Pages;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>What was not evaluated in the last hour, and why.</summary>
internal static class UnevaluatedSection
{
    public static void Write(HtmlPage page, LiveView view)
    {
        (NotEvaluatedReason Reason, long Count)[] reasons =
        [
            .. Enum.GetValues<NotEvaluatedReason>()
                .Select(reason => (reason, view.Traffic.LastHour(view.Now, TrafficColumn.Reasons + (int)reason)))
                .Where(static counted => counted.Item2 > 0)
                .OrderByDescending(static counted => counted.Item2),
        ];
        if (reasons.Length == 0)
        {
            page.Leaf("p", "Every request of the last hour was evaluated.", ("class", "soft"));
            return;
        }

        using var table = new HtmlTable(page, "Requests of the last hour, by why they were not evaluated", "Reason", ">Requests");
        foreach ((NotEvaluatedReason reason, long count) in reasons)
        {
            table.Row(GuardTags.Snake(reason.ToString()).Replace('_', ' '), Figures.Of(count));
        }
    }
}
