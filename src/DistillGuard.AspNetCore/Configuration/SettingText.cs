// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Rules.Reading;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Reads the texts of settings, and says what is wrong with them.</summary>
internal static class SettingText
{
    private const int LongestShown = 60;

    public static bool TryFlag(string text, out bool value, out string problem)
    {
        problem = $"{Shown(text)} is neither true nor false";
        return bool.TryParse(text, out value);
    }

    public static bool TryWhole(string text, out int value, out string problem)
    {
        problem = $"{Shown(text)} is not a whole number of at most {int.MaxValue}; write digits only";
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryNumber(string text, out double value, out string problem)
    {
        problem = $"{Shown(text)} is not a number; write it as 0.01 or 1e-4";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    // A lone number would be days, which nobody means.
    public static bool TryDuration(string text, out TimeSpan value, out string problem)
    {
        problem = $"{Shown(text)} is not a span of time; write hours, minutes and seconds as 00:15:00, and days before them as 7.00:00:00";
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }

    public static bool TryChoice<TChoice>(string text, IReadOnlyList<string> choices, out TChoice value, out string problem)
        where TChoice : struct, Enum
    {
        value = default;
        problem = string.Empty;
        foreach (string choice in choices)
        {
            if (string.Equals(choice, text, StringComparison.OrdinalIgnoreCase))
            {
                value = Enum.Parse<TChoice>(choice);
                return true;
            }
        }

        problem = $"{Shown(text)} is not known. {NameSuggestion.Remedy(text, choices).TrimEnd('.')}";
        return false;
    }

    /// <summary>A value in quotes, cut where it is long.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? $"'{text}'" : $"'{text[..LongestShown]}…'";
}
