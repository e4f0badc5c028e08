// SPDX-License-Identifier: MIT

using System.Buffers;

namespace DistillGuard.Testing;

/// <summary>Looks at a detector's or analyzer's name: findings, metrics and settings refer to it.</summary>
internal static class NameCheck
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static void Run(DetectorCase detector) =>
        Run(() => [.. detector.Build().Detectors.Select(added => added.Name ?? string.Empty)]);

    /// <param name="namesOf">Builds anew and gives the names of what was built.</param>
    public static void Run(Func<string[]> namesOf)
    {
        string[] names = namesOf();
        if (names.Length == 0)
        {
            throw new DetectorContractException("Configure added no detector.");
        }

        foreach (string name in names)
        {
            if (!IsKebabCase(name))
            {
                throw new DetectorContractException(
                    $"The name '{name}' is not lower case with hyphens and at most {LongestName} characters, like " +
                    "'rate-anomaly'.");
            }
        }

        string[] again = namesOf();
        if (!names.AsSpan().SequenceEqual(again))
        {
            throw new DetectorContractException(
                $"The name is not stable: {string.Join(", ", names)} became {string.Join(", ", again)}. Make it a constant.");
        }
    }

    internal static bool IsKebabCase(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName || !char.IsAsciiLetterLower(name[0]) || name[^1] == '-')
        {
            return false;
        }

        return !name.ContainsAnyExcept(Allowed) && !name.Contains("--", StringComparison.Ordinal);
    }
}
