// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Server-sent events as the standard words it, over the whole text at once; slow and obvious.</summary>
internal static class EventOracle
{
    public static IReadOnlyList<string> Read(string text)
    {
        var events = new List<string>();
        var data = new List<string>();
        string body = text.StartsWith('\uFEFF') ? text[1..] : text;
        string[] lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

        // What stands behind the last line end is no line yet.
        foreach (string line in lines[..^1])
        {
            if (line.Length == 0)
            {
                if (data.Count > 0)
                {
                    events.Add(string.Join('\n', data));
                    data.Clear();
                }

                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string field = colon < 0 ? line : line[..colon];
            string value = colon < 0 ? string.Empty : line[(colon + 1)..];
            if (field == "data")
            {
                data.Add(value.StartsWith(' ') ? value[1..] : value);
            }
        }

        return events;
    }
}
