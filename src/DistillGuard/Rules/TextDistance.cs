// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules;

/// <summary>How far apart two phrases stand in folded text.</summary>
internal static class TextDistance
{
    /// <summary>Whether what stands between two phrases is no more than allowed.</summary>
    /// <param name="between">Folded text between the end of one phrase and the start of the next.</param>
    /// <param name="within">Most words or bytes.</param>
    /// <param name="unit">What is counted.</param>
    public static bool IsWithin(ReadOnlySpan<byte> between, int within, DistanceUnit unit) => unit switch
    {
        DistanceUnit.Bytes => between.Length <= within,
        DistanceUnit.Words => Words(between) <= within,
        _ => !HoldsSentenceEnd(between),
    };

    /// <summary>Words in a text; each character of scripts that write no spaces, from kana on, is one.</summary>
    public static int Words(ReadOnlySpan<byte> text)
    {
        int words = 0;
        bool inWord = false;
        foreach (byte value in text)
        {
            if (value is >= 0xE3 and <= 0xEC) // U+3000 to U+CFFF: kana, Han, most of Hangul
            {
                words++;
                inWord = false;
            }
            else if (value < 0x80 && !char.IsAsciiLetterOrDigit((char)value))
            {
                inWord = inWord && value is (byte)'\'' or (byte)'-'; // within a word they join it
            }
            else if (value is < 0x80 or >= 0xC0 && !inWord)
            {
                words++;
                inWord = true;
            }
        }

        return words;
    }

    /// <summary>Whether a full stop before a space, a question or exclamation mark, or their Chinese form stands in a text.</summary>
    public static bool HoldsSentenceEnd(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isEnd = text[i] switch
            {
                (byte)'!' or (byte)'?' => true,
                (byte)'.' => i + 1 < text.Length && text[i + 1] == ' ',
                0xE3 => i + 2 < text.Length && text[i + 1] == 0x80 && text[i + 2] == 0x82,
                _ => false,
            };
            if (isEnd)
            {
                return true;
            }
        }

        return false;
    }
}
