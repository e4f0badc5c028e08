// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>OpenAI Chat Completions.</summary>
internal sealed class ChatCompletionsApi : IModelApi
{
    public string? EndOfStream => "[DONE]";

    public ModelRequest Read(JsonElement body) => new()
    {
        Model = ModelRequest.Text(body, "model"),
        Stream = ModelRequest.IsTrue(body, "stream"),
        IncludeUsage = ModelRequest.IsTrue(body, "stream_options", "include_usage"),
        WantsJson = ModelRequest.Text(body, "response_format", "type").StartsWith("json", StringComparison.Ordinal),
        Tool = ModelRequest.Text(body, "tool_choice") == "required" ? ModelRequest.Text(body, "tools", "0", "function", "name") : null,
    };

    public JsonObject Whole(ModelAnswer answer)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text, ["refusal"] = null };
        if (answer.Refusal is not null)
        {
            (message["content"], message["refusal"]) = (null, answer.Text);
        }
        else if (answer.Tool is not null)
        {
            message["content"] = null;
            message["tool_calls"] = new JsonArray(ToolCall(answer, ModelAnswer.Arguments));
        }

        JsonObject whole = Envelope(answer, "chat.completion");
        whole["choices"] = Choice("message", message, Finish(answer));
        whole["usage"] = Usage(answer);
        return whole;
    }

    public IEnumerable<StreamEvent> Stream(ModelAnswer answer)
    {
        yield return Chunk(answer, new JsonObject { ["role"] = "assistant", ["content"] = string.Empty, ["refusal"] = null });
        if (answer.Tool is not null)
        {
            JsonObject call = ToolCall(answer, string.Empty);
            call["index"] = 0;
            yield return Chunk(answer, new JsonObject { ["tool_calls"] = new JsonArray(call) });
            var rest = new JsonObject { ["index"] = 0, ["function"] = new JsonObject { ["arguments"] = ModelAnswer.Arguments } };
            yield return Chunk(answer, new JsonObject { ["tool_calls"] = new JsonArray(rest) });
        }
        else
        {
            foreach (string piece in answer.Pieces)
            {
                yield return Chunk(answer, new JsonObject { [answer.Refusal is null ? "content" : "refusal"] = piece });
            }
        }

        yield return Chunk(answer, [], Finish(answer));
        if (answer.Request.IncludeUsage)
        {
            JsonObject last = Envelope(answer, "chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage(answer);
            yield return new StreamEvent(null, last);
        }
    }

    public JsonObject Error(int status, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["message"] = message,
            ["type"] = status >= 500 ? "server_error" : "invalid_request_error",
            ["param"] = null,
            ["code"] = status == 429 ? "rate_limit_exceeded" : null,
        },
    };

    private static string Finish(ModelAnswer answer) =>
        answer.FinishReason ?? (answer.Refusal is not null ? "content_filter" : answer.Tool is not null ? "tool_calls" : "stop");

    private static StreamEvent Chunk(ModelAnswer answer, JsonObject delta, string? finish = null)
    {
        JsonObject chunk = Envelope(answer, "chat.completion.chunk");
        chunk["choices"] = Choice("delta", delta, finish);
        if (answer.Request.IncludeUsage)
        {
            chunk["usage"] = null;
        }

        return new StreamEvent(null, chunk);
    }

    private static JsonObject Envelope(ModelAnswer answer, string kind) => new()
    {
        ["id"] = "chatcmpl-" + answer.Number,
        ["object"] = kind,
        ["created"] = 1_773_000_000,
        ["model"] = answer.Request.Model,
    };

    private static JsonArray Choice(string member, JsonObject content, string? finish) =>
        new(new JsonObject { ["index"] = 0, [member] = content, ["logprobs"] = null, ["finish_reason"] = finish });

    private static JsonObject ToolCall(ModelAnswer answer, string arguments) => new()
    {
        ["id"] = "call_" + answer.Number,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = answer.Tool, ["arguments"] = arguments },
    };

    private static JsonObject Usage(ModelAnswer answer) => new()
    {
        ["prompt_tokens"] = answer.InputTokens,
        ["completion_tokens"] = answer.OutputTokens,
        ["total_tokens"] = answer.InputTokens + answer.OutputTokens,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.CachedTokens },
        ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
    };
}
