// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Text;

/// <summary>The script of a letter, by Unicode block: coarse, fast, and enough to compare like with like.</summary>
internal static class Scripts
{
    /// <summary>The bits of an entry that hold the script.</summary>
    public const byte ScriptMask = 0x0F;

    /// <summary>The bit of an entry that says: part of a word.</summary>
    public const byte Word = 0x20;

    /// <summary>The bit of an entry that says: a word of its own, as Chinese characters and kana are.</summary>
    public const byte Alone = 0x40;

    /// <summary>The bit of an entry that says: belongs to the letter before it.</summary>
    public const byte Mark = 0x80;

    // One byte for each character below U+10000, made once in about a millisecond: asking Unicode data for every character cost more
    // than the rest of a Russian request. Benchmark: PromptFeatureBenchmarks.
    private static readonly byte[] Table = MakeTable();

    /// <summary>The entry of an ASCII character other than a digit.</summary>
    public static byte OfAscii(byte value) => Table[value];

    /// <summary>The entry of the character at a place in a text, and the place behind it. A broken sequence is no letter.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where the character starts; moved on by at least one.</param>
    public static byte Look(ReadOnlySpan<byte> text, ref int start)
    {
        int at = start;
        int lead = text[at];
        if (text.Length - at >= 3)
        {
            int second = text[at + 1] ^ 0x80;
            int third = text[at + 2] ^ 0x80;
            if (lead is >= 0xC2 and <= 0xDF && second < 0x40)
            {
                start = at + 2;
                return Table[((lead & 0x1F) << 6) | second];
            }

            int value = ((lead & 0x0F) << 12) | (second << 6) | third;
            if ((lead & 0xF0) == 0xE0 && (second | third) < 0x40 && value >= 0x800 && !char.IsSurrogate((char)value))
            {
                start = at + 3;
                return Table[value];
            }
        }

        _ = Rune.DecodeFromUtf8(text[at..], out Rune rune, out int length);
        start = at + length;
        return Classify(rune);
    }

    private static byte[] MakeTable()
    {
        var table = new byte[char.MaxValue + 1];
        for (int value = 0; value < table.Length; value++)
        {
            table[value] = Rune.TryCreate(value, out Rune rune) ? Classify(rune) : (byte)0;
        }

        return table;
    }

    private static byte Classify(Rune rune)
    {
        ScriptClass script = Of(rune);
        int isWord = script switch
        {
            ScriptClass.None => IsMark(rune) ? Mark : 0,
            ScriptClass.Han or ScriptClass.Kana => Alone,
            _ => Word,
        };
        return (byte)((int)script | isWord);
    }

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
