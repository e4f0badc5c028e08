// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Json;

namespace DistillGuard.Calibration;

/// <summary>Reads the members of one object of a calibration file: complains about unknown, duplicate, missing and mistyped ones.</summary>
/// <remarks>What could not be read has a harmless value, so that reading goes on and finds the other mistakes.</remarks>
internal sealed class CalibrationMembers
{
    private readonly List<string> _problems;
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <summary>Takes an object apart.</summary>
    /// <param name="element">The object.</param>
    /// <param name="path">Where it stands, with a dot behind; empty for the root.</param>
    /// <param name="allowed">The members it must have.</param>
    /// <param name="problems">Where complaints go.</param>
    public CalibrationMembers(JsonElement element, string path, ReadOnlySpan<string> allowed, List<string> problems)
    {
        _problems = problems;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{(path.Length == 0 ? "the file" : path.TrimEnd('.'))}: it must be an object, not {Shown(element)}.");
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!allowed.Contains(member.Name))
            {
                problems.Add($"{path}{member.Name}: there is no such member.");
            }
            else if (!_members.TryAdd(member.Name, member.Value))
            {
                problems.Add($"{path}{member.Name}: it is there twice.");
            }
        }

        foreach (string name in allowed)
        {
            if (!_members.ContainsKey(name))
            {
                problems.Add($"{path}{name}: it is missing.");
            }
        }
    }

    /// <summary>Where the object stands, with a dot behind; empty for the root.</summary>
    public string Path => _path;

    /// <summary>A whole number from a least one on.</summary>
    public long Count(string name, long least)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
        {
            return least;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out long count))
        {
            Complain(name, value, "a whole number");
            return least;
        }

        if (count < least)
        {
            _problems.Add($"{_path}{name}: {count} is too low; it must be {least} at least.");
        }

        return count;
    }

    /// <summary>A finite number.</summary>
    public float Number(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out float number) && float.IsFinite(number))
        {
            return number;
        }

        Complain(name, value, "a finite number");
        return 0;
    }

    /// <summary>A text.</summary>
    public string Text(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
        {
            return string.Empty;
        }

        try
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }

            Complain(name, value, "a text");
        }
        catch (InvalidOperationException)
        {
            _problems.Add($"{_path}{name}: it holds half of a character.");
        }

        return string.Empty;
    }

    /// <summary>A time.</summary>
    public DateTimeOffset Time(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
        {
            return default;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out DateTimeOffset time))
        {
            return time;
        }

        Complain(name, value, "a time like 2026-01-31T08:00:00.000Z");
        return default;
    }

    /// <summary>A list of scores: above 0, none above the one before it, at most so many.</summary>
    public float[] Scores(string name, long most)
    {
        if (!_members.TryGetValue(name, out JsonElement list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Complain(name, list, "a list of numbers");
            return [];
        }

        if (list.GetArrayLength() > most)
        {
            _problems.Add($"{_path}{name}: it holds {list.GetArrayLength()} scores; there can be {most} at most.");
            return [];
        }

        var scores = new List<float>(list.GetArrayLength());
        foreach (JsonElement item in list.EnumerateArray())
        {
            bool isScore = item.ValueKind == JsonValueKind.Number && item.TryGetSingle(out float score) && score > 0 && float.IsFinite(score)
                && (scores.Count == 0 || score <= scores[^1]);
            if (!isScore)
            {
                _problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_path}{name}[{scores.Count}]: {Shown(item)} is not a number above 0 and at most the one before it."));
                return [];
            }

            scores.Add(item.GetSingle());
        }

        return [.. scores];
    }

    /// <summary>A list of objects, at most so many.</summary>
    public IReadOnlyList<CalibrationMembers> Objects(string name, string[] allowed, int most)
    {
        if (!_members.TryGetValue(name, out JsonElement list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Complain(name, list, "a list of objects");
            return [];
        }

        if (list.GetArrayLength() > most)
        {
            _problems.Add($"{_path}{name}: it holds {list.GetArrayLength()} objects; there can be {most} at most.");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, i) => new CalibrationMembers(item, $"{_path}{name}[{i}].", allowed, _problems))];
    }

    /// <summary>An object inside.</summary>
    public CalibrationMembers Object(string name, ReadOnlySpan<string> allowed) =>
        _members.TryGetValue(name, out JsonElement value)
            ? new CalibrationMembers(value, $"{_path}{name}.", allowed, _problems)
            : new CalibrationMembers(EmptyObject, $"{_path}{name}.", [], _problems);

    private static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    private void Complain(string name, JsonElement value, string wanted) =>
        _problems.Add($"{_path}{name}: it must be {wanted}, not {Shown(value)}.");

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        _ => value.GetRawText(),
    };
}
