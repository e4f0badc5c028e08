// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Statistics.Distribution;

/// <summary>Counts the characters of a text by class, in one pass.</summary>
internal struct CharacterTally
{
    /// <summary>How many single marks are counted for themselves.</summary>
    public const int Marks = 30;

    public int Characters;
    public int Upper;
    public int Digits;
    public int NonAscii;
    public int Spaces;
    public int Letters;
    public int CaselessLetters;
    public int CombiningMarks;
    public int OtherSymbols;
    public int SentenceEnds;
    public bool StartsUpper;
    public bool EndsSentence;

    private static ReadOnlySpan<byte> Listed => ".,;:'\"-()?!/\\#$%&*<>[]{}=+@`\n_"u8;

    /// <summary>Counts one character, and the listed mark it may be.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="marks">One count for each listed mark.</param>
    public CharacterKind Add(Rune rune, Span<float> marks)
    {
        Characters++;
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        int mark = rune.IsAscii ? Listed.IndexOf((byte)rune.Value) : -1;
        if (mark >= 0)
        {
            marks[mark]++;
        }

        NonAscii += rune.IsAscii ? 0 : 1;
        if (Rune.IsWhiteSpace(rune))
        {
            Spaces++;
            return CharacterKind.Between;
        }

        StartsUpper |= Characters == 1 && category == UnicodeCategory.UppercaseLetter;
        EndsSentence = IsSentenceEnd(rune);
        SentenceEnds += EndsSentence ? 1 : 0;
        switch (category)
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter:
                Upper++;
                Letters++;
                return CharacterKind.Word;
            case UnicodeCategory.LowercaseLetter:
                Letters++;
                return CharacterKind.Word;
            case UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter:
                CaselessLetters++;
                Letters++;
                return CharacterKind.Word;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                CombiningMarks++;
                return CharacterKind.Word;
            case UnicodeCategory.DecimalDigitNumber:
                Digits++;
                return CharacterKind.Word;
            default:
                OtherSymbols += mark < 0 ? 1 : 0;
                return CharacterKind.Between;
        }
    }

    // Full stop, question and exclamation marks of Latin, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer and East Asian writing.
    private static bool IsSentenceEnd(Rune rune) =>
        rune.Value is '.' or '?' or '!' or 0x3002 or 0xFF01 or 0xFF0E or 0xFF1F or 0xFF61 or 0x061F or 0x06D4
            or 0x0964 or 0x0965 or 0x0589 or 0x1362 or 0x1367 or 0x17D4 or 0x2026;
}
