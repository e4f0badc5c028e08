// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>OpenAI Responses.</summary>
internal sealed class ResponsesApi : IModelApi
{
    public string? EndOfStream => null;

    public ModelRequest Read(JsonElement body) => new()
    {
        Model = ModelRequest.Text(body, "model"),
        Stream = ModelRequest.IsTrue(body, "stream"),
        IncludeUsage = true,
        WantsJson = ModelRequest.Text(body, "text", "format", "type").StartsWith("json", StringComparison.Ordinal),
        WantsReasoning = ModelRequest.Text(body, "include", "0") == "reasoning.encrypted_content",
        Tool = ModelRequest.Text(body, "tool_choice") == "required" ? ModelRequest.Text(body, "tools", "0", "name") : null,
    };

    public JsonObject Whole(ModelAnswer answer)
    {
        var output = new JsonArray([.. answer.Signatures.Select((signature, i) => Reasoning(answer, i, signature))]);
        output.Add((JsonNode)(answer.Tool is null ? Message(answer, isDone: true) : Call(answer, ModelAnswer.Arguments, "completed")));
        return Response(answer, Status(answer), output);
    }

    public IEnumerable<StreamEvent> Stream(ModelAnswer answer)
    {
        int number = 0;
        yield return Event(ref number, "response.created", new JsonObject { ["response"] = Response(answer, "in_progress", []) });
        yield return Event(ref number, "response.in_progress", new JsonObject { ["response"] = Response(answer, "in_progress", []) });
        int index = 0;
        foreach (string signature in answer.Signatures)
        {
            yield return Event(ref number, "response.output_item.added", Item(index, Reasoning(answer, index, signature)));
            yield return Event(ref number, "response.output_item.done", Item(index, Reasoning(answer, index, signature)));
            index++;
        }

        foreach ((string name, JsonObject data) in answer.Tool is null ? Text(answer, index) : ToolCall(answer, index))
        {
            yield return Event(ref number, name, data);
        }

        yield return Event(ref number, "response." + Status(answer), new JsonObject { ["response"] = Whole(answer) });
    }

    public JsonObject Error(int status, string message) => new ChatCompletionsApi().Error(status, message);

    private static IEnumerable<(string Name, JsonObject Data)> Text(ModelAnswer answer, int index)
    {
        string id = "msg_" + answer.Number;
        string part = answer.Refusal is null ? "output_text" : "refusal";
        string text = answer.Refusal is null ? "text" : "refusal";
        yield return ("response.output_item.added", Item(index, Message(answer, isDone: false)));
        yield return ("response.content_part.added", Place(id, index, new JsonObject { ["part"] = Content(answer, string.Empty) }));
        foreach (string piece in answer.Pieces)
        {
            yield return ($"response.{part}.delta", Place(id, index, new JsonObject { ["delta"] = piece }));
        }

        yield return ($"response.{part}.done", Place(id, index, new JsonObject { [text] = answer.Text }));
        yield return ("response.content_part.done", Place(id, index, new JsonObject { ["part"] = Content(answer, answer.Text) }));
        yield return ("response.output_item.done", Item(index, Message(answer, isDone: true)));
    }

    private static IEnumerable<(string Name, JsonObject Data)> ToolCall(ModelAnswer answer, int index)
    {
        string id = "fc_" + answer.Number;
        yield return ("response.output_item.added", Item(index, Call(answer, string.Empty, "in_progress")));
        yield return ("response.function_call_arguments.delta", new JsonObject { ["item_id"] = id, ["output_index"] = index, ["delta"] = ModelAnswer.Arguments });
        yield return ("response.function_call_arguments.done", new JsonObject { ["item_id"] = id, ["output_index"] = index, ["arguments"] = ModelAnswer.Arguments });
        yield return ("response.output_item.done", Item(index, Call(answer, ModelAnswer.Arguments, "completed")));
    }

    private static StreamEvent Event(ref int number, string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        data.Insert(1, "sequence_number", number++);
        return new StreamEvent(type, data);
    }

    // "completed" and "incomplete" are both a status and the word in which logs give a finish reason.
    private static string Status(ModelAnswer answer) => answer.FinishReason ?? "completed";

    private static JsonObject Response(ModelAnswer answer, string status, JsonArray output) => new()
    {
        ["id"] = "resp_" + answer.Number,
        ["object"] = "response",
        ["created_at"] = 1_773_000_000,
        ["status"] = status,
        ["error"] = null,
        ["incomplete_details"] = status == "incomplete"
            ? new JsonObject { ["reason"] = answer.Refusal is null ? "max_output_tokens" : "content_filter" }
            : null,
        ["instructions"] = null,
        ["metadata"] = new JsonObject(),
        ["model"] = answer.Request.Model,
        ["output"] = output,
        ["parallel_tool_calls"] = true,
        ["temperature"] = 1.0,
        ["tool_choice"] = "auto",
        ["tools"] = new JsonArray(),
        ["top_p"] = 1.0,
        ["usage"] = status == "in_progress" ? null : Usage(answer),
    };

    private static JsonObject Usage(ModelAnswer answer) => new()
    {
        ["input_tokens"] = answer.InputTokens,
        ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.CachedTokens },
        ["output_tokens"] = answer.OutputTokens,
        ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
        ["total_tokens"] = answer.InputTokens + answer.OutputTokens,
    };

    private static JsonObject Reasoning(ModelAnswer answer, int index, string signature) => new()
    {
        ["id"] = $"rs_{answer.Number}_{index}",
        ["type"] = "reasoning",
        ["summary"] = new JsonArray(),
        ["encrypted_content"] = signature,
    };

    private static JsonObject Message(ModelAnswer answer, bool isDone) => new()
    {
        ["id"] = "msg_" + answer.Number,
        ["type"] = "message",
        ["status"] = isDone ? "completed" : "in_progress",
        ["role"] = "assistant",
        ["content"] = isDone ? new JsonArray(Content(answer, answer.Text)) : [],
    };

    private static JsonObject Call(ModelAnswer answer, string arguments, string status) => new()
    {
        ["id"] = "fc_" + answer.Number,
        ["type"] = "function_call",
        ["status"] = status,
        ["name"] = answer.Tool,
        ["call_id"] = "call_" + answer.Number,
        ["arguments"] = arguments,
    };

    private static JsonObject Content(ModelAnswer answer, string text) => answer.Refusal is null
        ? new JsonObject { ["type"] = "output_text", ["text"] = text, ["annotations"] = new JsonArray() }
        : new JsonObject { ["type"] = "refusal", ["refusal"] = text };

    private static JsonObject Item(int index, JsonObject item) => new() { ["output_index"] = index, ["item"] = item };

    private static JsonObject Place(string item, int output, JsonObject rest)
    {
        rest.Insert(0, "item_id", item);
        rest.Insert(1, "output_index", output);
        rest.Insert(2, "content_index", 0);
        return rest;
    }
}
