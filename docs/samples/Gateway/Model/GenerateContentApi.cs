// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>Google generateContent. Model and streaming stand in the URL.</summary>
internal sealed class GenerateContentApi : IModelApi
{
    public string? EndOfStream => null;

    public ModelRequest Read(JsonElement body) => new()
    {
        Model = ModelRequest.Text(body, "model"),
        IncludeUsage = true,
        WantsJson = ModelRequest.Text(body, "generationConfig", "responseMimeType") == "application/json",
        WantsReasoning = ModelRequest.IsTrue(body, "generationConfig", "thinkingConfig", "includeThoughts"),
        Tool = ModelRequest.Text(body, "toolConfig", "functionCallingConfig", "mode") == "ANY"
            ? ModelRequest.Text(body, "tools", "0", "functionDeclarations", "0", "name")
            : null,
    };

    public JsonObject Whole(ModelAnswer answer)
    {
        var parts = new JsonArray();
        foreach (string signature in answer.Signatures)
        {
            parts.Add((JsonNode)Signed(signature));
        }

        parts.Add((JsonNode)Said(answer, answer.Text));
        return Part(answer, parts, isLast: true);
    }

    public IEnumerable<StreamEvent> Stream(ModelAnswer answer)
    {
        foreach (string signature in answer.Signatures)
        {
            yield return new StreamEvent(null, Part(answer, new JsonArray(Signed(signature)), isLast: false));
        }

        IReadOnlyList<string> pieces = answer.Tool is null ? answer.Pieces : [string.Empty];
        for (int i = 0; i < pieces.Count; i++)
        {
            yield return new StreamEvent(null, Part(answer, new JsonArray(Said(answer, pieces[i])), i == pieces.Count - 1));
        }
    }

    public JsonObject Error(int status, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = status,
            ["message"] = message,
            ["status"] = status switch
            {
                401 => "UNAUTHENTICATED",
                403 => "PERMISSION_DENIED",
                429 => "RESOURCE_EXHAUSTED",
                503 => "UNAVAILABLE",
                >= 500 => "INTERNAL",
                _ => "INVALID_ARGUMENT",
            },
        },
    };

    private static JsonObject Signed(string signature) => new() { ["text"] = string.Empty, ["thoughtSignature"] = signature };

    private static JsonObject Said(ModelAnswer answer, string text) => answer.Tool is null
        ? new JsonObject { ["text"] = text }
        : new JsonObject { ["functionCall"] = new JsonObject { ["name"] = answer.Tool, ["args"] = JsonNode.Parse(ModelAnswer.Arguments) } };

    private static JsonObject Part(ModelAnswer answer, JsonArray parts, bool isLast)
    {
        var candidate = new JsonObject { ["content"] = new JsonObject { ["parts"] = parts, ["role"] = "model" }, ["index"] = 0 };
        if (isLast)
        {
            candidate["finishReason"] = answer.FinishReason ?? answer.Refusal ?? "STOP";
        }

        return new JsonObject
        {
            ["candidates"] = new JsonArray(candidate),
            ["usageMetadata"] = new JsonObject
            {
                ["promptTokenCount"] = answer.InputTokens,
                ["candidatesTokenCount"] = answer.OutputTokens,
                ["totalTokenCount"] = answer.InputTokens + answer.OutputTokens,
                ["cachedContentTokenCount"] = answer.CachedTokens,
            },
            ["modelVersion"] = answer.Request.Model,
            ["responseId"] = "r" + answer.Number,
        };
    }
}
