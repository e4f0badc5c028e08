// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>What the made-up model needs to know of a request.</summary>
internal sealed record ModelRequest
{
    /// <summary>The model asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the answer is to be streamed.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether a streamed answer ends with its usage, where the API asks.</summary>
    public bool IncludeUsage { get; init; }

    /// <summary>Whether the client wants JSON.</summary>
    public bool WantsJson { get; init; }

    /// <summary>Whether the client wants reasoning, or a blob that stands for it.</summary>
    public bool WantsReasoning { get; init; }

    /// <summary>The tool that must be called; <see langword="null"/> for none.</summary>
    public string? Tool { get; init; }

    /// <summary>Bytes of the body.</summary>
    public long Length { get; init; }

    /// <summary>The value at a path of member names and positions; undefined when there is none.</summary>
    public static JsonElement At(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (string step in path)
        {
            json = json.ValueKind switch
            {
                JsonValueKind.Object when json.TryGetProperty(step, out JsonElement member) => member,
                JsonValueKind.Array when step == "0" && json.GetArrayLength() > 0 => json[0],
                _ => default,
            };
        }

        return json;
    }

    /// <summary>The text at a path; empty when there is none.</summary>
    public static string Text(JsonElement json, params ReadOnlySpan<string> path) =>
        At(json, path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    /// <summary>Whether <see langword="true"/> stands at a path.</summary>
    public static bool IsTrue(JsonElement json, params ReadOnlySpan<string> path) => At(json, path).ValueKind == JsonValueKind.True;
}
