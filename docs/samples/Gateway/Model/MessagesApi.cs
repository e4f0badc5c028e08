// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>Anthropic Messages.</summary>
internal sealed class MessagesApi : IModelApi
{
    private const string Thought = "A lamp needs oil before it needs a wick.";

    public string? EndOfStream => null;

    public ModelRequest Read(JsonElement body) => new()
    {
        Model = ModelRequest.Text(body, "model"),
        Stream = ModelRequest.IsTrue(body, "stream"),
        IncludeUsage = true,
        WantsReasoning = ModelRequest.Text(body, "thinking", "type") is "enabled" or "adaptive",
        Tool = ModelRequest.Text(body, "tool_choice", "type") is "any" or "tool" ? ModelRequest.Text(body, "tools", "0", "name") : null,
    };

    public JsonObject Whole(ModelAnswer answer)
    {
        var content = new JsonArray();
        foreach (string signature in answer.Signatures)
        {
            content.Add((JsonNode)new JsonObject { ["type"] = "thinking", ["thinking"] = Thought, ["signature"] = signature });
        }

        content.Add(answer.Tool is null
            ? new JsonObject { ["type"] = "text", ["text"] = answer.Text }
            : ToolUse(answer, JsonNode.Parse(ModelAnswer.Arguments)!));
        JsonObject whole = Envelope(answer, content, Usage(answer, answer.OutputTokens));
        Stop(answer, whole);
        return whole;
    }

    public IEnumerable<StreamEvent> Stream(ModelAnswer answer)
    {
        JsonObject start = Envelope(answer, [], Usage(answer, 1));
        (start["stop_reason"], start["stop_sequence"]) = (null, null);
        yield return Event("message_start", new JsonObject { ["message"] = start });
        yield return Event("ping", []);
        int index = 0;
        foreach (string signature in answer.Signatures)
        {
            yield return Event("content_block_start", Block(index, new JsonObject { ["type"] = "thinking", ["thinking"] = string.Empty, ["signature"] = string.Empty }));
            yield return Delta(index, new JsonObject { ["type"] = "thinking_delta", ["thinking"] = Thought });
            yield return Delta(index, new JsonObject { ["type"] = "signature_delta", ["signature"] = signature });
            yield return Event("content_block_stop", new JsonObject { ["index"] = index++ });
        }

        yield return Event("content_block_start", Block(index, answer.Tool is null
            ? new JsonObject { ["type"] = "text", ["text"] = string.Empty }
            : ToolUse(answer, new JsonObject())));
        foreach (string piece in answer.Tool is null ? answer.Pieces : [ModelAnswer.Arguments])
        {
            yield return Delta(index, answer.Tool is null
                ? new JsonObject { ["type"] = "text_delta", ["text"] = piece }
                : new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = piece });
        }

        yield return Event("content_block_stop", new JsonObject { ["index"] = index });
        var delta = new JsonObject();
        Stop(answer, delta);
        yield return Event("message_delta", new JsonObject { ["delta"] = delta, ["usage"] = Usage(answer, answer.OutputTokens) });
        yield return Event("message_stop", []);
    }

    public JsonObject Error(int status, string message) => new()
    {
        ["type"] = "error",
        ["error"] = new JsonObject
        {
            ["type"] = status switch
            {
                401 => "authentication_error",
                403 => "permission_error",
                429 => "rate_limit_error",
                529 => "overloaded_error",
                >= 500 => "api_error",
                _ => "invalid_request_error",
            },
            ["message"] = message,
        },
    };

    private static void Stop(ModelAnswer answer, JsonObject target)
    {
        target["stop_reason"] = answer.FinishReason ?? (answer.Refusal is not null ? "refusal" : answer.Tool is not null ? "tool_use" : "end_turn");
        target["stop_sequence"] = null;
        if (answer.Refusal is not null)
        {
            target["stop_details"] = new JsonObject { ["type"] = "refusal", ["category"] = answer.Refusal, ["explanation"] = "made up" };
        }
    }

    private static JsonObject Envelope(ModelAnswer answer, JsonArray content, JsonObject usage) => new()
    {
        ["id"] = "msg_" + answer.Number,
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = answer.Request.Model,
        ["content"] = content,
        ["usage"] = usage,
    };

    private static JsonObject ToolUse(ModelAnswer answer, JsonNode input) => new()
    {
        ["type"] = "tool_use",
        ["id"] = "toolu_" + answer.Number,
        ["name"] = answer.Tool,
        ["input"] = input,
    };

    private static JsonObject Usage(ModelAnswer answer, long outputTokens) => new()
    {
        ["input_tokens"] = answer.InputTokens - answer.CachedTokens,
        ["cache_creation_input_tokens"] = 0,
        ["cache_read_input_tokens"] = answer.CachedTokens,
        ["output_tokens"] = outputTokens,
    };

    private static StreamEvent Event(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        return new StreamEvent(type, data);
    }

    private static JsonObject Block(int index, JsonObject block) => new() { ["index"] = index, ["content_block"] = block };

    private static StreamEvent Delta(int index, JsonObject delta) =>
        Event("content_block_delta", new JsonObject { ["index"] = index, ["delta"] = delta });
}
