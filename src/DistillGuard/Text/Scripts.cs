// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Text;

/// <summary>The script of a letter, by Unicode block: coarse, fast, and enough to compare like with like.</summary>
internal static class Scripts
{
    /// <summary>Whether a rune belongs to the letter before it: vowel signs, accents, joiners. It neither begins nor ends a word.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    public static ScriptClass Of(Rune rune)
    {
        int value = rune.Value;
        return value switch
        {
            < 0x80 => char.IsAsciiLetter((char)value) ? ScriptClass.Latin : ScriptClass.None,
            < 0x250 => Rune.IsLetter(rune) ? ScriptClass.Latin : ScriptClass.None,
            >= 0x400 and < 0x530 => Rune.IsLetter(rune) ? ScriptClass.Cyrillic : ScriptClass.None,
            >= 0x600 and < 0x780 => Rune.IsLetter(rune) ? ScriptClass.Arabic : ScriptClass.None,
            >= 0x1E00 and < 0x1F00 => ScriptClass.Latin,
            >= 0x3041 and < 0x3100 => Rune.IsLetter(rune) ? ScriptClass.Kana : ScriptClass.None,
            >= 0x3400 and < 0xA000 or >= 0xF900 and < 0xFB00 or >= 0x20000 and < 0x32000 => ScriptClass.Han,
            >= 0x1100 and < 0x1200 or >= 0x3130 and < 0x3190 or >= 0xAC00 and < 0xD7A4 => ScriptClass.Hangul,
            _ => Rune.IsLetter(rune) ? ScriptClass.Other : ScriptClass.None,
        };
    }
}
