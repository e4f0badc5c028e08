// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace DistillGuard.Rules;

/// <summary>Tells patterns that begin with their required phrase: those need to be tried where the phrase stands and nowhere else.</summary>
internal static class PatternBeginning
{
    private const string Special = @"\*+?|{}[]()^$.#";
    private const string Repeats = "*+?{";

    /// <summary>The pattern held to the beginning of its input, if everything that it matches begins with a phrase.</summary>
    /// <param name="pattern">A pattern without look-around, as the linear-time engine demands.</param>
    /// <param name="phrase">Folded UTF-8.</param>
    /// <param name="anchored">The pattern, held to the beginning.</param>
    public static bool TryAnchor(Regex pattern, ReadOnlySpan<byte> phrase, [NotNullWhen(true)] out Regex? anchored)
    {
        string text = pattern.ToString();
        int rest = SkipLiteral(text, Encoding.UTF8.GetString(phrase));
        bool begins = rest >= 0 && !(rest < text.Length && Repeats.Contains(text[rest], StringComparison.Ordinal)) && !HasTopChoice(text, rest);
        anchored = begins ? new Regex(@"\A(?:" + text + ")", pattern.Options, Regex.InfiniteMatchTimeout) : null;
        return begins;
    }

    /// <summary>Where a pattern goes on behind a literal, or -1 when it does not plainly begin with it.</summary>
    private static int SkipLiteral(string pattern, string literal)
    {
        int at = 0;
        foreach (char expected in literal)
        {
            bool isEscaped = at + 1 < pattern.Length && pattern[at] == '\\' && !char.IsAsciiLetterOrDigit(pattern[at + 1]);
            at += isEscaped ? 1 : 0;
            if (at >= pattern.Length || char.ToLowerInvariant(pattern[at]) != expected || (!isEscaped && Special.Contains(expected, StringComparison.Ordinal)))
            {
                return -1;
            }

            at++;
        }

        return at;
    }

    /// <summary>Whether there is a choice outside all groups, so that the pattern has other beginnings.</summary>
    private static bool HasTopChoice(string pattern, int from)
    {
        int depth = 0;
        bool inClass = false;
        for (int at = from; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[' when !inClass:
                    inClass = true;
                    at += SkipFirstOfClass(pattern.AsSpan(at + 1));
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    depth++;
                    break;
                case ')' when !inClass:
                    depth--;
                    break;
                case '|' when !inClass && depth == 0:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>How much to pass over behind the opening of a class: the sign for "none of", and a closing bracket that stands for itself because it comes first.</summary>
    private static int SkipFirstOfClass(ReadOnlySpan<char> inside)
    {
        int sign = inside.StartsWith("^") ? 1 : 0;
        return sign + (inside[sign..].StartsWith("]") ? 1 : 0);
    }
}
