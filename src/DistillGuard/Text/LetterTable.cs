// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace DistillGuard.Text;

/// <summary>What every character is to a reader of template pieces: a folded letter, a boundary, or nothing.</summary>
/// <remarks>The same on every machine, with or without ICU. Filled once in about 2 ms; 128 KB. Safe on any thread.</remarks>
internal static class LetterTable
{
    /// <summary>Neither letter nor boundary: it ends a word.</summary>
    public const ushort None = 0;

    /// <summary>Ends a sentence wherever it stands: a line end, or a full stop of a script that has one of its own.</summary>
    public const ushort End = 1;

    /// <summary>Ends a sentence when white space or the end of the text follows, or beside a character of a script without spaces.</summary>
    public const ushort EndBeforeSpace = 2;

    /// <summary>Code between back-ticks.</summary>
    public const ushort Code = 3;

    /// <summary>A digit: no part of a word, but a quotation does not open directly behind it.</summary>
    public const ushort Digit = 4;

    /// <summary>Belongs to the letter before it, and changes nothing: an accent, a joiner.</summary>
    public const ushort Mark = 5;

    /// <summary>The curly apostrophe: changes nothing either.</summary>
    public const ushort Apostrophe = 6;

    /// <summary>Values from here on and below <see cref="FirstLetter"/> open a quotation: see <see cref="QuoteMarks"/>.</summary>
    public const ushort FirstQuote = 8;

    /// <summary>Values from here on are folded letters.</summary>
    public const ushort FirstLetter = 0x20;

    /// <summary>Bytes of a character that stands alone.</summary>
    public const int AloneBytes = 3;

    private const int LengthShift = 16;

    private static readonly ushort[] Table = MakeTable();

    /// <summary>The entry of an ASCII character.</summary>
    public static ushort OfAscii(byte value) => Table[value];

    /// <summary>The entry of the character at a place in a text, and the place behind it. A broken sequence is no letter.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where the character starts; moved on by at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a letter of most languages: PieceReaderBenchmarks, Russian
    public static ushort Look(ReadOnlySpan<byte> text, ref int start)
    {
        int at = start;
        int lead = text[at];
        if (lead < 0x80)
        {
            start = at + 1;
            return Table[lead];
        }

        if (lead is >= 0xC2 and <= 0xDF && at + 1 < text.Length)
        {
            int second = text[at + 1] ^ 0x80;
            if (second < 0x40)
            {
                start = at + 2;
                return Table[((lead & 0x1F) << 6) | second];
            }
        }

        // Packed, so that the caller's place needs no address and can stay in a register.
        uint far = LookFar(text[at..]);
        start = at + (int)(far >> LengthShift);
        return (ushort)far;
    }

    /// <summary>The entry of the character at a place in a text, if it stands alone; 0 otherwise, and at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a character of Chinese: PieceReaderBenchmarks
    public static ushort LookAlone(ReadOnlySpan<byte> text, int at)
    {
        if (text.Length - at < AloneBytes)
        {
            return None;
        }

        // Surrogates and what is written with too many bytes have entries that do not stand alone.
        int lead = text[at] ^ 0xE0;
        int second = text[at + 1] ^ 0x80;
        int third = text[at + 2] ^ 0x80;
        ushort entry = lead < 0x10 && (second | third) < 0x40 ? Table[(lead << 12) | (second << 6) | third] : None;
        return IsAlone(entry) ? entry : None;
    }

    /// <summary>Copies the folded letters at the beginning of a text, as long as they have two bytes before and after; tells how many.</summary>
    public static int CopyPairs(ReadOnlySpan<byte> text, Span<byte> letters)
    {
        int most = Math.Min(text.Length, letters.Length) - 1;
        int at = 0;
        for (; at < most; at += 2)
        {
            uint lead = (uint)text[at] - 0xC2;
            uint second = (uint)text[at + 1] ^ 0x80;
            if (lead > 0xDF - 0xC2 || second >= 0x40)
            {
                break;
            }

            ushort entry = Table[(int)(((lead + 2) << 6) | second)];
            if (entry < 0x80)
            {
                break;
            }

            BinaryPrimitives.WriteUInt16LittleEndian(letters[at..], entry);
        }

        return at / 2;
    }

    private static uint LookFar(ReadOnlySpan<byte> text)
    {
        if (text.Length >= AloneBytes && (text[0] & 0xF0) == 0xE0)
        {
            int second = text[1] ^ 0x80;
            int third = text[2] ^ 0x80;
            int value = ((text[0] & 0x0F) << 12) | (second << 6) | third;
            if ((second | third) < 0x40 && value >= 0x800 && !char.IsSurrogate((char)value))
            {
                return Table[value] | ((uint)AloneBytes << LengthShift);
            }
        }

        _ = Rune.DecodeFromUtf8(text, out Rune rune, out int length);
        return Of(rune) | ((uint)length << LengthShift);
    }

    /// <summary>The entry of the last character of a text; <see cref="None"/> for an empty text.</summary>
    public static ushort LookBack(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[^1] < 0x80)
        {
            return text.IsEmpty ? None : Table[text[^1]];
        }

        _ = Rune.DecodeLastFromUtf8(text, out Rune rune, out _);
        return Of(rune);
    }

    /// <summary>Whether an entry is a letter that stands alone, half a word of its own: a Chinese character or kana.</summary>
    public static bool IsAlone(ushort entry) =>
        entry >= 0x3005 && entry is < 0x3100 or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00);

    /// <summary>Whether what follows directly is not the beginning of anything: letters of scripts with spaces, their accents, digits.</summary>
    public static bool IsJoined(ushort entry) => entry is Digit or Mark || (entry >= FirstLetter && !IsAlone(entry));

    /// <summary>Whether a letter writes a syllable: Hangul, the scripts of India, Ethiopic.</summary>
    public static bool IsSyllable(ushort letter) =>
        letter >= 0x0900 && letter is < 0x0E00 or (>= 0x1200 and < 0x13A0) or (>= 0xAC00 and < 0xD7A4);

    private static ushort Of(Rune rune) => rune.IsBmp ? Table[rune.Value] : Scripts.IsMark(rune) ? Mark : None;

    private static ushort[] MakeTable()
    {
        var table = new ushort[char.MaxValue + 1];
        for (int value = 0; value < table.Length; value++)
        {
            table[value] = Rune.TryCreate(value, out Rune rune) ? Classify(rune) : None;
        }

        LetterFolding.Fold(table);
        return table;
    }

    private static ushort Classify(Rune rune)
    {
        int quote = QuoteMarks.IndexOf((char)rune.Value);
        return rune.Value switch
        {
            '\n' or '\r' or 0x2028 or 0x2029 or 0x3002 or 0xFF01 or 0xFF1F or 0xFF1A or 0xFF1B or 0xFF61 or 0x0964 or 0x0965 => End,
            '.' or '!' or '?' or ':' or 0x2026 or 0xFF0E or 0x061F or 0x06D4 or 0x0589 or 0x1362 => EndBeforeSpace,
            '`' => Code,
            0x2019 => Apostrophe,
            0x0640 or 0xFF9E or 0xFF9F => Mark, // what only lengthens an Arabic word; the accents of half-width kana
            _ when quote >= 0 => (ushort)(FirstQuote + quote),
            _ => OfCategory(rune),
        };
    }

    private static ushort OfCategory(Rune rune)
    {
        if (Rune.IsLetter(rune))
        {
            return (ushort)Rune.ToLowerInvariant(rune).Value;
        }

        return Scripts.IsMark(rune) ? Mark : Rune.IsDigit(rune) ? Digit : None;
    }
}
