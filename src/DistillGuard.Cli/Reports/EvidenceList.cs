// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Reports.Pages;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Reports;

/// <summary>Reasons, heaviest first, each with what an innocent customer doing this would be.</summary>
internal static class EvidenceList
{
    public static void Write(HtmlPage page, IReadOnlyList<Signal> reasons)
    {
        page.Open("ul", ("class", "evidence"));
        foreach (Signal reason in reasons)
        {
            page.Open("li");
            page.Open("div", ("class", "weight"));
            page.Text(Words.Of($"{(reason.Weight > 0 ? "+" : string.Empty)}{reason.Weight:F1}"));
            page.Leaf("small", "weight");
            page.Close();
            page.Open("div");
            page.Open("p");
            page.Leaf("strong", reason.Info.Title);
            page.Close();
            page.Leaf("p", reason.Describe());
            string conclusive = reason.Info.IsConclusive ? ", conclusive" : string.Empty;
            page.Leaf(
                "p",
                Words.Of($"{Names.Of(reason.Info.Family)}{conclusive} · {reason.Info.Id} · measured {reason.Measure:G4}, limit {reason.Limit:G4}"),
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
}
