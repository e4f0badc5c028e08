// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.Rules;
using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Reads settings whose text stands for something else, most often a file, and turns what is thrown into problems.</summary>
internal static class SettingFile
{
    public static bool TryRead<TValue>(string text, Func<string, TValue> read, [NotNullWhen(true)] out TValue? value, out string problem)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = "it is empty; give a value, or leave it out";
            return false;
        }

        try
        {
            value = read(text)!;
            problem = string.Empty;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException
            or ArgumentException or FormatException or RuleSetException or NotSupportedException)
        {
            problem = exception.Message.TrimEnd('.');
            return false;
        }
    }

    public static bool TryReadAll<TValue>(
        IConfigurationSection section, Func<string, TValue> read, out IReadOnlyList<TValue> values, out string problem)
    {
        var found = new List<TValue>();
        var problems = new List<string>();
        values = found;
        foreach (IConfigurationSection item in section.GetChildren())
        {
            if (item.GetChildren().Any() || item.Value is null)
            {
                problems.Add($"[{item.Key}]: it must be a text");
            }
            else if (TryRead(item.Value, read, out TValue? value, out string reason))
            {
                found.Add(value);
            }
            else
            {
                problems.Add($"[{item.Key}]: {reason}");
            }
        }

        // "Files": "a.json" is not a list, but "Files": [] may come as an empty text.
        if (!string.IsNullOrEmpty(section.Value))
        {
            problems.Add($"{SettingText.Shown(section.Value)} is one value; it must be a list");
        }

        problem = string.Join("; ", problems);
        return problems.Count == 0;
    }
}
