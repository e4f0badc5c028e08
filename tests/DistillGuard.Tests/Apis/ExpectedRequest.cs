// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>What an oracle found in a body.</summary>
public sealed class ExpectedRequest
{
    private readonly List<ExpectedPart> _parts = [];

    public IReadOnlyList<ExpectedPart> Parts => _parts;

    public int Messages { get; set; }

    public int Media { get; set; }

    public int Tools { get; set; }

    public void Add(JsonElement text, MessageRole role, TextKind kind, int message = 0)
    {
        string value = text.ValueKind == JsonValueKind.String ? text.GetString()! : Render(text);
        if (value.Length > 0)
        {
            _parts.Add(new ExpectedPart(role, kind, message, value));
        }
    }

    public static string Word(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;

    public static MessageRole Role(JsonElement owner, MessageRole absent) => Word(owner, "role") switch
    {
        "system" or "developer" => MessageRole.System,
        "user" => MessageRole.User,
        "assistant" or "model" => MessageRole.Assistant,
        "tool" or "function" => MessageRole.Tool,
        "" => absent,
        _ => MessageRole.Other,
    };

    public static TextKind KindOf(MessageRole role) => role == MessageRole.Tool ? TextKind.ToolResult : TextKind.Prompt;

    public static IEnumerable<JsonProperty> Members(JsonElement owner) =>
        owner.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null);

    public static IEnumerable<JsonElement> Elements(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    public void AddTool(JsonElement tool)
    {
        foreach (JsonProperty member in Members(tool))
        {
            switch (member.Name)
            {
                case "name" or "description" or "parameters" or "input_schema" or "parametersJsonSchema" or "format":
                    Add(member.Value, MessageRole.Other, TextKind.ToolDefinition);
                    break;
                case "function" or "custom":
                    AddTool(member.Value);
                    break;
            }
        }
    }

    public void AddOutputFormat(JsonElement format)
    {
        foreach (JsonProperty member in Members(format))
        {
            switch (member.Name)
            {
                case "name" or "description" or "schema":
                    Add(member.Value, MessageRole.Other, TextKind.OutputSchema);
                    break;
                case "json_schema":
                    AddOutputFormat(member.Value);
                    break;
            }
        }
    }

    private static string Render(JsonElement value)
    {
        var text = new StringBuilder();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                IEnumerable<string> members = value.EnumerateObject().Select(m => $"\"{m.Name}\":{Render(m.Value)}");
                text.Append('{').AppendJoin(',', members).Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(',', value.EnumerateArray().Select(Render)).Append(']');
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }

        return text.ToString();
    }
}
