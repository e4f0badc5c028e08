// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using static DistillGuard.Apis.ExpectedRequest;

namespace DistillGuard.Apis;

/// <summary>Finds the texts of a Responses body slowly and obviously.</summary>
internal static class ResponsesOracle
{
    public static ExpectedRequest Read(JsonElement body)
    {
        var request = new ExpectedRequest();
        foreach (JsonProperty member in Members(body))
        {
            switch (member.Name)
            {
                case "input" when member.Value.ValueKind == JsonValueKind.String:
                    request.Messages++;
                    request.Add(member.Value, MessageRole.User, TextKind.Prompt);
                    break;
                case "input":
                    foreach (JsonElement item in member.Value.EnumerateArray())
                    {
                        ReadItem(request, item, request.Messages++);
                    }

                    break;
                case "instructions":
                    request.Add(member.Value, MessageRole.System, TextKind.Prompt);
                    break;
                case "prompt":
                    ReadVariables(request, member.Value.GetProperty("variables"));
                    break;
                case "tools":
                    foreach (JsonElement tool in member.Value.EnumerateArray())
                    {
                        request.Tools++;
                        request.AddTool(tool);
                    }

                    break;
                case "text":
                    request.AddOutputFormat(member.Value.GetProperty("format"));
                    break;
            }
        }

        return request;
    }

    private static void ReadVariables(ExpectedRequest request, JsonElement variables)
    {
        foreach (JsonProperty variable in Members(variables))
        {
            JsonElement value = variable.Value;
            if (value.ValueKind == JsonValueKind.String)
            {
                request.Add(value, MessageRole.User, TextKind.Prompt);
            }
            else if (Word(value, "type") == "input_text")
            {
                request.Add(value.GetProperty("text"), MessageRole.User, TextKind.Prompt);
            }
            else
            {
                request.Media++;
            }
        }
    }

    private static void ReadItem(ExpectedRequest request, JsonElement item, int number)
    {
        bool isReasoning = Word(item, "type") == "reasoning";
        MessageRole role = Role(item, MessageRole.Other);
        foreach (JsonProperty member in Members(item))
        {
            switch (member.Name)
            {
                case "content" or "summary" when isReasoning:
                    foreach (JsonElement part in member.Value.EnumerateArray())
                    {
                        request.Add(part.GetProperty("text"), MessageRole.Assistant, TextKind.Reasoning, number);
                    }

                    break;
                case "content":
                    ChatCompletionsOracle.ReadContent(request, member.Value, role, number);
                    break;
                case "encrypted_content":
                    request.Add(member.Value, MessageRole.Assistant, TextKind.ReasoningBlob, number);
                    break;
                case "name" or "arguments" or "input" or "code" or "action" or "operation" or "queries":
                    request.Add(member.Value, MessageRole.Assistant, TextKind.ToolCall, number);
                    break;
                case "output" when member.Value.ValueKind == JsonValueKind.Object:
                    request.Media++;
                    break;
                case "output":
                    ChatCompletionsOracle.ReadContent(request, member.Value, MessageRole.Tool, number);
                    break;
                case "results" or "outputs" or "error":
                    request.Add(member.Value, MessageRole.Tool, TextKind.ToolResult, number);
                    break;
            }
        }
    }
}
