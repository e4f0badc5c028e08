// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Letters of a script to make up words of, so that a text of one script stays one of it.</summary>
internal static class MadeUpLetters
{
    // First and number of code points, all of them letters.
    private static readonly (int From, int To, int First, int Count)[] Scripts =
    [
        (0x0370, 0x03FF, 0x03B1, 17),
        (0x0400, 0x052F, 0x0430, 32),
        (0x0590, 0x05FF, 0x05D0, 27),
        (0x0600, 0x06FF, 0x0628, 19),
        (0x0900, 0x097F, 0x0915, 37),
        (0x0E00, 0x0E7F, 0x0E01, 46),
        (0x3040, 0x30FF, 0x3042, 78),
        (0x3400, 0x9FFF, 0x4E00, 0x4E00),
        (0xAC00, 0xD7A3, 0xAC00, 11_172),
    ];

    /// <summary>The script of most use here for a letter: its place in the table plus one, 0 for Latin and all others.</summary>
    public static int ScriptOf(Rune letter)
    {
        for (int script = 0; letter.Value >= Scripts[0].From && script < Scripts.Length; script++)
        {
            if (letter.Value >= Scripts[script].From && letter.Value <= Scripts[script].To)
            {
                return script + 1;
            }
        }

        return 0;
    }

    public static int ScriptCount => Scripts.Length + 1;

    /// <summary>Whether each letter stands for itself, without spaces: kana and Chinese.</summary>
    public static bool StandsAlone(int script) => script is 7 or 8;

    /// <summary>A letter of a script.</summary>
    public static Rune Letter(int script, uint number) => script == 0
        ? new Rune('a' + (int)(number % 26))
        : new Rune(Scripts[script - 1].First + (int)(number % (uint)Scripts[script - 1].Count));
}
