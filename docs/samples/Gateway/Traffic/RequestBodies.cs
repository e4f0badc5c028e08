// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using DistillGuard.Requests;

namespace DistillGuard.Samples.Gateway.Traffic;

/// <summary>Writes requests the way clients of the four APIs do.</summary>
internal static class RequestBodies
{
    /// <summary>The model asked for.</summary>
    public const string Model = "sample-large";

    /// <summary>The path of an API.</summary>
    public static string PathOf(ApiKind api, bool stream) => api switch
    {
        ApiKind.OpenAIChatCompletions => "/v1/chat/completions",
        ApiKind.OpenAIResponses => "/v1/responses",
        ApiKind.AnthropicMessages => "/v1/messages",
        _ => $"/v1beta/models/{Model}:" + (stream ? "streamGenerateContent?alt=sse" : "generateContent"),
    };

    /// <summary>The body of a single question.</summary>
    public static string Write(ApiKind api, string system, string prompt, bool stream)
    {
        JsonObject body = api switch
        {
            ApiKind.OpenAIChatCompletions => new JsonObject { ["model"] = Model, ["messages"] = Messages(system, prompt), ["stream"] = stream },
            ApiKind.OpenAIResponses => new JsonObject { ["model"] = Model, ["instructions"] = NullIfEmpty(system), ["input"] = prompt, ["stream"] = stream },
            ApiKind.AnthropicMessages => new JsonObject
            {
                ["model"] = Model,
                ["max_tokens"] = 1024,
                ["messages"] = Messages(string.Empty, prompt),
                ["stream"] = stream,
            },
            _ => new JsonObject { ["contents"] = new JsonArray(Content(prompt, "user")) },
        };
        if (stream && api == ApiKind.OpenAIChatCompletions)
        {
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        if (system.Length > 0 && api == ApiKind.AnthropicMessages)
        {
            body["system"] = system;
        }
        else if (system.Length > 0 && api == ApiKind.GoogleGenerateContent)
        {
            body["systemInstruction"] = Content(system, null);
        }

        return body.ToJsonString();
    }

    private static JsonArray Messages(string system, string prompt)
    {
        var messages = new JsonArray();
        if (system.Length > 0)
        {
            messages.Add((JsonNode)new JsonObject { ["role"] = "system", ["content"] = system });
        }

        messages.Add((JsonNode)new JsonObject { ["role"] = "user", ["content"] = prompt });
        return messages;
    }

    private static JsonObject Content(string text, string? role)
    {
        var content = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) };
        if (role is not null)
        {
            content["role"] = role;
        }

        return content;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
