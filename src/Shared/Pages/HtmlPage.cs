// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Pages;

/// <summary>Writes a page of HTML that is XML as well. Text and attributes are always escaped: there is no way around it.</summary>
/// <remarks>
/// The page holds its whole style and refers to nothing: a policy in its head forbids the reader's browser to run or fetch anything.
/// Names of elements and attributes are the caller's own words. Not safe for use from several threads.
/// </remarks>
internal sealed class HtmlPage : IDisposable
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    // A line break behind these changes nothing that is seen; behind others it would be a space.
    private static readonly HashSet<string> Blocks =
    [
        "head", "title", "style", "header", "nav", "main", "section", "article", "footer", "div", "figure", "svg",
        "ul", "ol", "li", "dl", "dd", "table", "tr", "p", "h1", "h2", "h3", "h4", "details", "summary", "body", "html",
    ];

    private readonly TextWriter _writer;
    private readonly Stack<string> _open = new();

    /// <summary>Begins a page.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="title">What windows and bookmarks call it.</param>
    public HtmlPage(Stream stream, string title)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: -1, leaveOpen: true);
        _writer.Write("<!DOCTYPE html>\n");
        Open("html", ("lang", "en"));
        Open("head");
        Empty("meta", ("charset", "utf-8"));
        Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        Leaf("title", title);
        Open("style");
        _writer.Write(PageStyle.Css);
        Close();
        Close();
        Open("body");
    }

    /// <summary>Begins a piece of a page, which somebody else puts into one.</summary>
    /// <param name="writer">Where it goes.</param>
    public HtmlPage(TextWriter writer) => _writer = writer;

    /// <summary>Begins an element; an attribute without a value is left out.</summary>
    public void Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        _writer.Write('>');
        _open.Push(element);
    }

    /// <summary>Ends the element that was begun last.</summary>
    public void Close()
    {
        string element = _open.Pop();
        _writer.Write("</");
        _writer.Write(element);
        _writer.Write(Blocks.Contains(element) ? ">\n" : ">");
    }

    /// <summary>Writes an element that holds text only.</summary>
    public void Leaf(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        Text(text);
        Close();
    }

    /// <summary>Writes an element that holds nothing: one of those that never do, or a shape.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        _writer.Write("/>");
    }

    /// <summary>Writes text.</summary>
    public void Text(string text) => _writer.Write(PageText.Encode(text));

    /// <summary>Ends the page.</summary>
    public void Dispose()
    {
        while (_open.Count > 0)
        {
            Close();
        }

        _writer.Dispose();
    }

    /// <summary>A number as attributes and styles want it, to three decimals.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A share of the whole, such as <c>12.5%</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private void Begin(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _writer.Write('<');
        _writer.Write(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _writer.Write(' ');
                _writer.Write(name);
                _writer.Write("=\"");
                _writer.Write(PageText.Encode(value));
                _writer.Write('"');
            }
        }
    }
}
