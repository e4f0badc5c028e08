// SPDX-License-Identifier: MIT

namespace DistillGuard.Pages;

/// <summary>A table with a caption, whose first cells name the rows. Where it is too wide, it scrolls by itself.</summary>
internal sealed class HtmlTable : IDisposable
{
    private readonly HtmlPage _page;
    private readonly string[] _styles;

    /// <summary>Begins a table.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="caption">What it is a table of.</param>
    /// <param name="columns">What the columns are called; <c>&gt;</c> before a name sets the column to the right, for figures.</param>
    public HtmlTable(HtmlPage page, string caption, params ReadOnlySpan<string> columns)
    {
        _page = page;
        _styles = new string[columns.Length];
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
        page.Open("table");
        page.Leaf("caption", caption);
        page.Open("thead");
        page.Open("tr");
        for (int i = 0; i < columns.Length; i++)
        {
            _styles[i] = columns[i][0] == '>' ? "figure" : string.Empty;
            page.Leaf("th", columns[i].TrimStart('>'), ("scope", "col"), ("class", StyleOf(i)));
        }

        page.Close();
        page.Close();
        page.Open("tbody");
    }

    /// <summary>Writes a row.</summary>
    public void Row(params ReadOnlySpan<string> cells)
    {
        _page.Open("tr");
        for (int i = 0; i < cells.Length; i++)
        {
            _page.Open(i == 0 ? "th" : "td", ("scope", i == 0 ? "row" : null), ("class", StyleOf(i)));
            _page.Leaf("bdi", cells[i]);
            _page.Close();
        }

        _page.Close();
    }

    /// <summary>Ends the table.</summary>
    public void Dispose()
    {
        _page.Close();
        _page.Close();
        _page.Close();
    }

    private string? StyleOf(int column) => _styles[column].Length > 0 ? _styles[column] : null;
}
