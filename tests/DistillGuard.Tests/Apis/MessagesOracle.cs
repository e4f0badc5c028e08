// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using static DistillGuard.Apis.ExpectedRequest;

namespace DistillGuard.Apis;

/// <summary>Finds the texts of an Anthropic Messages body slowly and obviously.</summary>
internal static class MessagesOracle
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
                        int number = request.Messages++;
                        MessageRole role = Role(message, MessageRole.Other);
                        ReadContent(request, message.GetProperty("content"), role, KindOf(role), number);
                    }

                    break;
                case "system":
                    ReadContent(request, member.Value, MessageRole.System, TextKind.Prompt, 0);
                    break;
                case "tools":
                    foreach (JsonElement tool in member.Value.EnumerateArray())
                    {
                        request.Tools++;
                        request.AddTool(tool);
                    }

                    break;
                case "output_config":
                    request.AddOutputFormat(member.Value.GetProperty("format"));
                    break;
            }
        }

        return request;
    }

    private static void ReadContent(
        ExpectedRequest request, JsonElement content, MessageRole role, TextKind kind, int number)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            request.Add(content, role, kind, number);
            return;
        }

        foreach (JsonElement block in content.EnumerateArray())
        {
            ReadBlock(request, block, role, kind, number);
        }
    }

    private static void ReadBlock(
        ExpectedRequest request, JsonElement block, MessageRole role, TextKind kind, int number)
    {
        string type = Word(block, "type");
        foreach (JsonProperty member in Members(block))
        {
            JsonElement value = member.Value;
            switch (type, member.Name)
            {
                case ("text", "text") or ("document", "title" or "context") or ("search_result", "title"):
                    request.Add(value, role, kind, number);
                    break;
                case ("thinking", "thinking"):
                    request.Add(value, MessageRole.Assistant, TextKind.Reasoning, number);
                    break;
                case ("thinking", "signature") or ("redacted_thinking", "data"):
                    request.Add(value, MessageRole.Assistant, TextKind.ReasoningBlob, number);
                    break;
                case ("tool_use" or "server_tool_use", "name" or "input"):
                    request.Add(value, MessageRole.Assistant, TextKind.ToolCall, number);
                    break;
                case ("tool_result", "content"):
                    ReadContent(request, value, MessageRole.Tool, TextKind.ToolResult, number);
                    break;
                case ("search_result", "content"):
                    ReadContent(request, value, role, kind, number);
                    break;
                case ("image" or "document", "source"):
                    ReadSource(request, value, role, kind, number);
                    break;
            }
        }
    }

    private static void ReadSource(
        ExpectedRequest request, JsonElement source, MessageRole role, TextKind kind, int number)
    {
        switch (Word(source, "type"))
        {
            case "text":
                request.Add(source.GetProperty("data"), role, kind, number);
                break;
            case "content":
                ReadContent(request, source.GetProperty("content"), role, kind, number);
                break;
            default:
                request.Media++;
                break;
        }
    }
}
