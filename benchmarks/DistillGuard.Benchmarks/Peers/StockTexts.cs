// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>Takes the texts out of a body of any of the four APIs, as one writes it with <see cref="JsonDocument"/>.</summary>
internal static class StockTexts
{
    private static readonly string[] ListNames = ["messages", "input", "contents"];
    private static readonly string[] SystemNames = ["system", "instructions"];

    /// <summary>All texts of the request.</summary>
    public static List<string> Read(JsonElement body)
    {
        var texts = new List<string>();
        foreach (string name in SystemNames)
        {
            if (body.TryGetProperty(name, out JsonElement system))
            {
                AddText(system, texts);
            }
        }

        foreach (string name in ListNames)
        {
            if (body.TryGetProperty(name, out JsonElement messages))
            {
                AddMessages(messages, texts);
            }
        }

        return texts;
    }

    private static void AddMessages(JsonElement messages, List<string> texts)
    {
        foreach (JsonElement message in messages.EnumerateArray())
        {
            if (!message.TryGetProperty("content", out JsonElement content) && !message.TryGetProperty("parts", out content))
            {
                continue;
            }

            if (content.ValueKind == JsonValueKind.String)
            {
                AddText(content, texts);
                continue;
            }

            foreach (JsonElement block in content.EnumerateArray())
            {
                if (block.TryGetProperty("text", out JsonElement text))
                {
                    AddText(text, texts);
                }
            }
        }
    }

    private static void AddText(JsonElement text, List<string> texts)
    {
        if (text.GetString() is { } value)
        {
            texts.Add(value);
        }
    }
}
