// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Pages;

/// <summary>A picture as wide as its place: shapes stretch with it, words and lines keep their size.</summary>
/// <remarks>
/// Positions across are shares of the width, from 0 to 1; positions down are pixels. What stretches stands in a drawing within the
/// drawing, which has coordinates of its own.
/// </remarks>
internal sealed class Drawing
{
    private const double Edge = 0.03;
    private const double NoteEdge = 0.12;

    // Five labels such as "12 Mar" stand side by side in 240 pixels: what a telephone leaves for a picture beside names.
    private const int MostNarrowWords = 5;

    private readonly HtmlPage _page;

    /// <summary>Begins a picture.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="id">A name that no other element of the page has.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="title">What it is called where it cannot be seen.</param>
    /// <param name="description">What there is to see in it.</param>
    public Drawing(HtmlPage page, string id, double height, string title, string description)
    {
        _page = page;
        page.Open("svg", ("role", "img"), ("width", "100%"), ("height", HtmlPage.Number(height)), ("aria-labelledby", $"{id}-t {id}-d"));
        page.Leaf("title", title, ("id", id + "-t"));
        page.Leaf("desc", description, ("id", id + "-d"));
    }

    /// <summary>Draws a line.</summary>
    public void Line(string style, double fromX, double fromY, double toX, double toY) => _page.Empty(
        "line",
        ("class", style),
        ("x1", HtmlPage.Percent(fromX)),
        ("y1", HtmlPage.Number(fromY)),
        ("x2", HtmlPage.Percent(toX)),
        ("y2", HtmlPage.Number(toY)));

    /// <summary>Draws a rectangle.</summary>
    public void Rectangle(string style, double x, double y, double width, double height) => _page.Empty(
        "rect",
        ("class", style),
        ("x", HtmlPage.Percent(x)),
        ("y", HtmlPage.Number(y)),
        ("width", HtmlPage.Percent(width)),
        ("height", HtmlPage.Number(height)));

    /// <summary>Writes words around a place; near an edge, inside of it.</summary>
    public void Label(string style, double x, double y, string text) => Label(style, x, y, text, Edge);

    /// <summary>Writes a remark at a place, longer than a label.</summary>
    public void Note(double x, double y, string text) => Label("note", x, y, text, NoteEdge);

    /// <summary>Draws an axis's marks: lines down to a place, and words below. Where it is narrow, at most five have words.</summary>
    public void Axis(IReadOnlyList<AxisTick> ticks, double top, double bottom)
    {
        const double WordsBelow = 15;
        int step = (ticks.Count + MostNarrowWords - 1) / MostNarrowWords;
        for (int i = 0; i < ticks.Count; i++)
        {
            Line("grid", ticks[i].At, top, ticks[i].At, bottom);
            Label(i % step == 0 ? "tick" : "tick mid", ticks[i].At, bottom + WordsBelow, ticks[i].Label);
        }
    }

    /// <summary>Begins what stretches: a drawing as high as given, whose coordinates run from 0 to 1,000 across, or as said.</summary>
    public void OpenStretched(double top, double height, double units = 1000) => _page.Open(
        "svg",
        ("x", "0"),
        ("y", HtmlPage.Number(top)),
        ("width", "100%"),
        ("height", HtmlPage.Number(height)),
        ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {units:0.###} {height:0.###}")),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"));

    /// <summary>Ends what stretches.</summary>
    public void CloseStretched() => _page.Close();

    /// <summary>Ends the picture.</summary>
    public void Close() => _page.Close();

    private void Label(string style, double x, double y, string text, double edge) => _page.Leaf(
        "text",
        text,
        ("class", style),
        ("x", HtmlPage.Percent(x)),
        ("y", HtmlPage.Number(y)),
        ("text-anchor", x < edge ? "start" : x > 1 - edge ? "end" : "middle"));
}
