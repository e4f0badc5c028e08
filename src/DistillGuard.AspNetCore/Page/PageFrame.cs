// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The whole page: what stays around the sections that change.</summary>
internal static class PageFrame
{
    private static readonly (string Id, string Title)[] Titled =
    [
        ("traffic", "Traffic"), ("groups", "Groups"), ("accounts", "Accounts"), ("unevaluated", "Not evaluated"), ("guard", "The guard"),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="sections">The sections as they are now.</param>
    /// <param name="nonce">The value without which the browser applies no style and runs no script.</param>
    /// <param name="events">Where changes come from.</param>
    public static string Write(IReadOnlyList<PageSection> sections, string nonce, string events)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("<!DOCTYPE html>\n");
        using (var page = new HtmlPage(text))
        {
            page.Open("html", ("lang", "en"));
            WriteHead(page, text, nonce);
            page.Open("body");
            page.Leaf("a", "Skip to the findings", ("class", "skip"), ("href", "#main"));
            WriteHeader(page, text, sections);
            page.Open("main", ("id", "main"), ("tabindex", "-1"));
            foreach ((string id, string title) in Titled)
            {
                page.Open("section", ("aria-labelledby", id + "-title"));
                page.Leaf("h2", title, ("id", id + "-title"));
                Place(page, text, "div", sections, id);
                page.Close();
            }

            page.Close();
            page.Open("footer");
            page.Leaf("p", "Accounts are shown by keyed hashes unless the host names them. No prompt, credential or address is kept.");
            page.Close();
            page.Open("script", ("nonce", nonce), ("data-events", events));
            text.Write(LiveScript.Text);
            page.Close();
        }

        return text.ToString();
    }

    private static void WriteHead(HtmlPage page, StringWriter text, string nonce)
    {
        page.Open("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Empty("meta", ("name", "robots"), ("content", "noindex"));
        page.Empty("link", ("rel", "icon"), ("href", "data:,"));
        page.Leaf("title", "DistillGuard: findings");
        page.Open("style", ("nonce", nonce));
        text.Write(PageStyle.Css);
        text.Write(LiveStyle.Css);
        page.Close();
        page.Close();
    }

    private static void WriteHeader(HtmlPage page, StringWriter text, IReadOnlyList<PageSection> sections)
    {
        page.Open("header");
        page.Leaf("h1", "DistillGuard");
        Place(page, text, "div", sections, "headline");
        page.Open("p", ("class", "live small soft"));
        page.Text("As of ");
        Place(page, text, "span", sections, "as-of");
        page.Text(" · ");
        page.Leaf("span", "reload to bring it up to date", ("id", "live"), ("role", "status"));
        page.Leaf("button", "Pause updates", ("type", "button"), ("id", "pause"), ("hidden", "hidden"));
        page.Close();
        page.Open("nav", ("aria-label", "Sections"));
        page.Open("ul");
        foreach ((string id, string title) in Titled)
        {
            page.Open("li");
            page.Leaf("a", title, ("href", $"#{id}-title"));
            page.Close();
        }

        page.Close();
        page.Close();
        Place(page, text, "div", sections, "facts");
        page.Close();
    }

    private static void Place(HtmlPage page, StringWriter text, string element, IReadOnlyList<PageSection> sections, string id)
    {
        page.Open(element, ("id", id));
        text.Write(sections.First(section => section.Id == id).Html);
        page.Close();
    }
}
