// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>Finds the name an author probably meant.</summary>
internal static class NameSuggestion
{
    private const int FarthestDistance = 2;
    private const int LongestName = 40;

    /// <summary>A remedy that names the nearest allowed name, or all of them.</summary>
    public static string Remedy(string written, IReadOnlyList<string> allowed)
    {
        string? nearest = null;
        int least = FarthestDistance + 1;
        foreach (string name in allowed)
        {
            int distance = Distance(written, name);
            if (distance < least)
            {
                least = distance;
                nearest = name;
            }
        }

        return nearest is null ? $"Use one of: {string.Join(", ", allowed)}." : $"Did you mean \"{nearest}\"?";
    }

    /// <summary>Number of characters to insert, delete or replace (Levenshtein 1966).</summary>
    private static int Distance(string written, string name)
    {
        if (written.Length > LongestName)
        {
            return int.MaxValue;
        }

        Span<int> row = stackalloc int[LongestName + 1];
        for (int i = 0; i <= written.Length; i++)
        {
            row[i] = i;
        }

        for (int j = 0; j < name.Length; j++)
        {
            int diagonal = row[0];
            row[0] = j + 1;
            for (int i = 0; i < written.Length; i++)
            {
                bool same = char.ToLowerInvariant(written[i]) == char.ToLowerInvariant(name[j]);
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[i + 1];
                row[i + 1] = Math.Min(replaced, 1 + Math.Min(row[i], row[i + 1]));
            }
        }

        return row[written.Length];
    }
}
