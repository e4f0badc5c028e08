// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.RegularExpressions;
using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules;

/// <summary>Tries a pattern on the text around its required phrase, and nowhere else.</summary>
/// <remarks>
/// The window is 512 bytes to each side of an occurrence, and only the first four occurrences are tried; a pattern that begins with its phrase is
/// held to the first 32 occurrences and mostly fails within a few bytes. So a prompt
/// full of the phrase cannot make the pattern expensive. The pattern sees folded text. .NET's linear-time engine builds its states
/// as it meets new text, so the first tries allocate; later ones do not.
/// </remarks>
internal sealed class RegexWindow
{
    /// <summary>Bytes of text to each side of the phrase.</summary>
    public const int Reach = 512;

    private const int MostOccurrences = 4;
    private const int MostBeginnings = 32;

    private readonly Regex _pattern;
    private readonly byte[] _literal;
    private readonly bool _isAnchored;

    public RegexWindow(RegexAtom atom, byte[] literal)
    {
        _isAnchored = PatternBeginning.TryAnchor(atom.Pattern, literal, out Regex? anchored);
        _pattern = anchored ?? atom.Pattern;
        _literal = literal;
        Phrase = atom.Phrase;
        Scope = atom.Scope;
        Atom = atom.Atom;
    }

    public int Phrase { get; }

    public RoleScope Scope { get; }

    public int Atom { get; }

    /// <summary>Whether the pattern matches around one of the phrase's first occurrences.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="window">Room for a window's characters.</param>
    public bool IsMatch(ReadOnlySpan<byte> text, Span<char> window)
    {
        int from = 0;
        int most = _isAnchored ? MostBeginnings : MostOccurrences;
        for (int i = 0; i < most; i++)
        {
            int found = text[from..].IndexOf(_literal);
            if (found < 0)
            {
                return false;
            }

            int start = from + found;
            from = start + _literal.Length;
            ReadOnlySpan<byte> around = _isAnchored ? Around(text[start..], 0, from - start) : Around(text, start, from);
            int characters = Encoding.UTF8.GetChars(around, window);
            if (_pattern.IsMatch(window[..characters]))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Around(ReadOnlySpan<byte> text, int start, int end)
    {
        int first = Math.Max(0, start - Reach);
        int last = Math.Min(text.Length, end + Reach);
        while (first < start && IsContinuation(text[first]))
        {
            first++;
        }

        while (last > end && last < text.Length && IsContinuation(text[last]))
        {
            last--;
        }

        return text[first..last];
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
