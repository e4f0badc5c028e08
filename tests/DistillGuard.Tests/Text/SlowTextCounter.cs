// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Text;

/// <summary>The oracle: counts rune by rune, without blocks, carries or masks.</summary>
internal static class SlowTextCounter
{
    public static string Count(params byte[][] texts)
    {
        int bytes = 0;
        int runes = 0;
        int words = 0;
        int lineFeeds = 0;
        int digits = 0;
        int[] letters = new int[Enum.GetValues<ScriptClass>().Length];
        foreach (byte[] text in texts)
        {
            bytes += text.Length;
            bool inWord = false;
            for (int i = 0; i < text.Length;)
            {
                _ = Rune.DecodeFromUtf8(text.AsSpan(i), out Rune rune, out int length);
                i += length;
                runes++;
                lineFeeds += rune.Value == '\n' ? 1 : 0;
                bool isDigit = rune.Value is >= '0' and <= '9';
                digits += isDigit ? 1 : 0;
                ScriptClass script = Scripts.Of(rune);
                letters[(int)script] += script == ScriptClass.None ? 0 : 1;
                if (script is ScriptClass.Han or ScriptClass.Kana)
                {
                    words++;
                    inWord = false;
                }
                else if (script != ScriptClass.None || isDigit)
                {
                    words += inWord ? 0 : 1;
                    inWord = true;
                }
                else if (!BelongsToLetter(rune))
                {
                    inWord = false;
                }
            }
        }

        return Describe(bytes, runes, words, lineFeeds, digits, script => letters[(int)script]);
    }

    public static string Describe(TextCounts counts) =>
        Describe(counts.Bytes, counts.Runes, counts.Words, counts.LineFeeds, counts.Digits, counts.LettersOf);

    private static bool BelongsToLetter(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string Describe(int bytes, int runes, int words, int lineFeeds, int digits, Func<ScriptClass, int> letters) =>
        $"{bytes} bytes, {runes} runes, {words} words, {lineFeeds} line feeds, {digits} digits, letters "
        + string.Join(' ', Enum.GetValues<ScriptClass>().Select(letters));
}
