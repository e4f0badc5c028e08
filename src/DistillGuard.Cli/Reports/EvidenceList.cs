// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Pages;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Reports;

/// <summary>Reasons, heaviest first, each with what an innocent customer doing this would be.</summary>
internal static class EvidenceList
{
    private const float FullBar = 4; // more is rare: its bar is full

    public static void Write(HtmlPage page, IReadOnlyList<Signal> reasons)
    {
        page.Open("ul", ("class", "evidence"));
        foreach (Signal reason in reasons)
        {
            page.Open("li");
            page.Open("div", ("class", "weight"));
            page.Text(Words.Of($"{(reason.Weight > 0 ? "+" : string.Empty)}{reason.Weight:F1}"));
            page.Leaf("small", "weight");
            WriteBar(page, reason.Weight);
            page.Close();
            page.Open("div");
            page.Open("p");
            page.Leaf("strong", reason.Info.Title);
            page.Close();
            page.Leaf("p", reason.Describe(), ("class", "said"));
            string conclusive = reason.Info.IsConclusive ? ", conclusive" : string.Empty;
            page.Leaf(
                "p",
                Words.Of($"{Names.Of(reason.Info.Family)}{conclusive} · {reason.Info.Id} · " +
                    $"measured {reason.Measure:G4}, limit {reason.Limit:G4}"),
                ("class", "meta"));
            page.Open("p", ("class", "small innocent"));
            page.Leaf("strong", "Innocent if: ");
            page.Text(reason.Info.Innocent);
            page.Close();
            page.Close();
            page.Close();
        }

        page.Close();
    }

    // The figure stands above it: the bar is for the eye only.
    private static void WriteBar(HtmlPage page, float weight)
    {
        page.Open("svg", ("width", "100%"), ("height", "4"), ("aria-hidden", "true"));
        page.Empty("rect", ("class", "row"), ("width", "100%"), ("height", "4"));
        float share = float.IsNaN(weight) ? 0 : Math.Clamp(weight / FullBar, 0, 1);
        page.Empty("rect", ("class", "a5"), ("width", HtmlPage.Percent(share)), ("height", "4"));
        page.Close();
    }
}
