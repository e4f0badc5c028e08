// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using static DistillGuard.Apis.ExpectedRequest;

namespace DistillGuard.Apis;

/// <summary>Finds the texts of a Chat Completions body slowly and obviously.</summary>
internal static class ChatCompletionsOracle
{
    public static ExpectedRequest Read(JsonElement body)
    {
        var request = new ExpectedRequest();
        foreach (JsonProperty member in Members(body))
        {
            switch (member.Name)
            {
                case "messages":
                    foreach (JsonElement message in member.Value.EnumerateArray())
                    {
                        ReadMessage(request, message, request.Messages++);
                    }

                    break;
                case "tools" or "functions":
                    foreach (JsonElement tool in member.Value.EnumerateArray())
                    {
                        request.Tools++;
                        request.AddTool(tool);
                    }

                    break;
                case "response_format":
                    request.AddOutputFormat(member.Value);
                    break;
                case "prediction":
                    ReadContent(request, member.Value.GetProperty("content"), MessageRole.Assistant, 0);
                    break;
            }
        }

        return request;
    }

    public static void ReadContent(ExpectedRequest request, JsonElement content, MessageRole role, int message)
    {
        TextKind kind = KindOf(role);
        if (content.ValueKind == JsonValueKind.String)
        {
            request.Add(content, role, kind, message);
            return;
        }

        foreach (JsonElement part in content.ValueKind == JsonValueKind.Null ? [] : Elements(content))
        {
            switch (Word(part, "type"))
            {
                case "text" or "input_text" or "output_text" or "summary_text" or "reasoning_text":
                    request.Add(part.GetProperty("text"), role, kind, message);
                    break;
                case "refusal":
                    request.Add(part.GetProperty("refusal"), role, kind, message);
                    break;
                default:
                    request.Media++;
                    break;
            }
        }
    }

    private static void ReadMessage(ExpectedRequest request, JsonElement message, int number)
    {
        MessageRole role = Role(message, MessageRole.Other);
        foreach (JsonProperty member in Members(message))
        {
            switch (member.Name)
            {
                case "content":
                    ReadContent(request, member.Value, role, number);
                    break;
                case "refusal":
                    request.Add(member.Value, role, KindOf(role), number);
                    break;
                case "reasoning_content":
                    request.Add(member.Value, MessageRole.Assistant, TextKind.Reasoning, number);
                    break;
                case "tool_calls":
                    foreach (JsonElement call in member.Value.EnumerateArray())
                    {
                        ReadCall(request, call.GetProperty(Word(call, "type")), number);
                    }

                    break;
                case "function_call":
                    ReadCall(request, member.Value, number);
                    break;
            }
        }
    }

    private static void ReadCall(ExpectedRequest request, JsonElement call, int message)
    {
        foreach (JsonProperty member in Members(call).Where(m => m.Name is "name" or "arguments" or "input"))
        {
            request.Add(member.Value, MessageRole.Assistant, TextKind.ToolCall, message);
        }
    }
}
