// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DistillGuard.Pages;

/// <summary>Makes any text fit for a page: names in it were chosen by others.</summary>
internal static class PageText
{
    // Letters of any script stay as they are; what has a meaning in HTML is escaped, in text and in attributes alike.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text escaped, without characters that control, are invisible, turn the reading direction, or that XML forbids.</summary>
    public static string Encode(string text) => Encoder.Encode(Clean(text));

    private static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD
        {
            cleaned.Append(IsHarmful(rune) ? "\uFFFD" : rune.ToString());
        }

        return cleaned.ToString();
    }

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value != '\n',
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.OtherNotAssigned => true, // U+FFFE is among them
        _ => false,
    };
}
