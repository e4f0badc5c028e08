// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DistillGuard.Apis;

/// <summary>
/// Writes JSON in one of the many ways in which the same value can be written: white space, order, escapes.
/// </summary>
internal static class JsonScribe
{
    public static string Write(JsonNode? node, Random random)
    {
        var text = new StringBuilder();
        Write(text, node, random);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, Random random)
    {
        Space(text, random);
        switch (node)
        {
            case JsonObject value:
                KeyValuePair<string, JsonNode?>[] members = [.. value];
                random.Shuffle(members);
                text.Append('{');
                for (int i = 0; i < members.Length; i++)
                {
                    text.Append(i > 0 ? "," : string.Empty);
                    WriteString(text, members[i].Key, random);
                    Space(text, random);
                    text.Append(':');
                    Write(text, members[i].Value, random);
                }

                text.Append('}');
                break;
            case JsonArray array:
                text.Append('[');
                for (int i = 0; i < array.Count; i++)
                {
                    text.Append(i > 0 ? "," : string.Empty);
                    Write(text, array[i], random);
                }

                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue(out string? word):
                WriteString(text, word, random);
                break;
            default:
                text.Append(node is null ? "null" : node.ToJsonString());
                break;
        }

        Space(text, random);
    }

    private static void WriteString(StringBuilder text, string value, Random random)
    {
        bool escapesMuch = random.Next(4) == 0;
        text.Append('"');
        foreach (char unit in value)
        {
            if (unit < ' ' || unit is '"' or '\\' || char.IsSurrogate(unit) || (escapesMuch && random.Next(3) == 0))
            {
                Escape(text, unit, random);
            }
            else
            {
                text.Append(unit);
            }
        }

        text.Append('"');
    }

    private static void Escape(StringBuilder text, char unit, Random random)
    {
        const string Short = "\"\\/\b\f\n\r\t";
        const string Letters = "\"\\/bfnrt";
        int index = Short.IndexOf(unit, StringComparison.Ordinal);
        if (index >= 0 && random.Next(2) == 0)
        {
            text.Append('\\').Append(Letters[index]);
            return;
        }

        string format = random.Next(2) == 0 ? "x4" : "X4";
        text.Append("\\u").Append(((int)unit).ToString(format, CultureInfo.InvariantCulture));
    }

    private static void Space(StringBuilder text, Random random)
    {
        if (random.Next(6) == 0)
        {
            text.Append(" \t\r\n"[random.Next(4)]);
        }
    }
}
