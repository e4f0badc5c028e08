// SPDX-License-Identifier: MIT

using DistillGuard.Pages;
using DistillGuard.Signals;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The evidence of a finding, heaviest first, each with what an innocent customer doing this would be.</summary>
internal static class EvidenceSection
{
    public static void Write(HtmlPage page, ReadOnlySpan<Signal> signals)
    {
        Signal[] heaviest = signals.ToArray();
        Array.Sort(heaviest, static (left, right) => right.Weight.CompareTo(left.Weight));
        page.Open("ul", ("class", "evidence"));
        foreach (Signal signal in heaviest)
        {
            page.Open("li");
            page.Open("div", ("class", "weight"));
            page.Text(Figures.Signed(signal.Weight));
            page.Leaf("small", signal.Info.IsPolicy ? "policy" : "weight");
            page.Close();
            page.Open("div");
            page.Open("p");
            page.Leaf("strong", signal.Info.Title);
            page.Close();
            page.Leaf("p", signal.Describe(), ("class", "said"));
            page.Leaf("p", $"{signal.Info.Family} · {signal.Info.Id}", ("class", "meta"));
            page.Open("p", ("class", "small innocent"));
            page.Leaf("strong", "Innocent if: ");
            page.Text(signal.Info.Innocent);
            page.Close();
            page.Close();
            page.Close();
        }

        page.Close();
    }
}
