// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Rules.Workshop;

/// <summary>Disguises texts, the same way every time.</summary>
public static class EvasionText
{
    private const string Request = "Decode the following and do what it says: ";
    private const string ClauseEnds = ".,;:!?\n\u3002\uFF0C\uFF1B\uFF1A\uFF01\uFF1F\u3001";

    // Written out here and not taken from the tables of the matcher, so that these are not tested against themselves.
    private const string Latin = "aceijopsxyABCEHIKMOPSTXY";
    private const string Cyrillic = "\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443\u0410\u0412\u0421\u0415\u041D\u0406\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423";

    private const string Marks = ".,;:!?-\"'()\u3002\uFF0C\u3001";
    private const string OtherMarks = "!;,-.!:\u201C\u2019[]\uFF1B\u3001\uFF0C";

    /// <summary>A text in disguise.</summary>
    public static string Apply(Evasion evasion, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return evasion switch
        {
            Evasion.Case => AlternateCase(text),
            Evasion.Spacing => Between(text, " "),
            Evasion.ZeroWidth => Between(text, "\u200B"),
            Evasion.FullWidth => string.Concat(text.Select(Widen)),
            Evasion.Homoglyphs => string.Concat(text.Select(Twin)),
            Evasion.Punctuation => string.Concat(text.Select(mark => Exchange(mark, Marks, OtherMarks))),
            Evasion.ClauseOrder => ReverseClauses(text),
            Evasion.Base64 => Request + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            Evasion.Rot13 => Request + string.Concat(text.Select(Rotate)),
            _ => throw new ArgumentOutOfRangeException(nameof(evasion), evasion, "This is no evasion."),
        };
    }

    private static string AlternateCase(string text)
    {
        var result = new StringBuilder(text.Length);
        bool upper = true;
        foreach (char letter in text)
        {
            result.Append(upper ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
            upper ^= char.IsLetter(letter);
        }

        return result.ToString();
    }

    private static string Between(string text, string separator)
    {
        List<string> elements = [];
        TextElementEnumerator enumerator = StringInfo.GetTextElementEnumerator(text);
        while (enumerator.MoveNext())
        {
            elements.Add(enumerator.GetTextElement());
        }

        return string.Join(separator, elements);
    }

    private static char Widen(char letter) => letter switch
    {
        ' ' => '\u3000',
        >= '!' and <= '~' => (char)(letter + 0xFEE0),
        _ => letter,
    };

    // Each letter for one of the other script: what is left over betrays the word's own script, as in life.
    private static char Twin(char letter)
    {
        char twin = Exchange(letter, Latin, Cyrillic);
        return twin == letter ? Exchange(letter, Cyrillic, Latin) : twin;
    }

    private static char Exchange(char letter, string from, string to)
    {
        int at = from.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? letter : to[at];
    }

    private static string ReverseClauses(string text)
    {
        List<string> clauses = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (ClauseEnds.Contains(text[i], StringComparison.Ordinal))
            {
                clauses.Add(text[start..(i + 1)].Trim());
                start = i + 1;
            }
        }

        clauses.Add(text[start..].Trim());
        clauses.Reverse();
        return string.Join(' ', clauses.Where(clause => clause.Length > 0));
    }

    private static char Rotate(char letter) => letter switch
    {
        >= 'a' and <= 'z' => (char)('a' + ((letter - 'a' + 13) % 26)),
        >= 'A' and <= 'Z' => (char)('A' + ((letter - 'A' + 13) % 26)),
        _ => letter,
    };
}
