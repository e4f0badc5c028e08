// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Cli.Output;

/// <summary>
/// Makes text of a log fit to be shown: an account id is chosen by others and may hold terminal commands.
/// </summary>
internal static class DisplayText
{
    private const int LongestName = 120;

    /// <summary>
    /// The text without characters that move the cursor, start a command or turn the reading direction.
    /// </summary>
    public static string Clean(string text, int longest = LongestName)
    {
        string shown = text.Length > longest ? string.Concat(text.AsSpan(0, longest), "…") : text;
        return shown.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
            ? shown
            : string.Create(shown.Length, shown, static (cleaned, original) =>
            {
                for (int i = 0; i < cleaned.Length; i++)
                {
                    cleaned[i] = IsHarmful(original[i]) ? '\uFFFD' : original[i];
                }
            });
    }

    private static bool IsHarmful(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
