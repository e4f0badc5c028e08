// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using static DistillGuard.Apis.ExpectedRequest;

namespace DistillGuard.Apis;

/// <summary>Finds the texts of a Gemini body slowly and obviously.</summary>
internal static class GenerateContentOracle
{
    public static ExpectedRequest Read(JsonElement body)
    {
        var request = new ExpectedRequest();
        foreach (JsonProperty member in Members(body))
        {
            switch (member.Name)
            {
                case "contents":
                    foreach (JsonElement content in Elements(member.Value))
                    {
                        MessageRole role = Role(content, MessageRole.User);
                        ReadParts(request, content, role, request.Messages++);
                    }

                    break;
                case "systemInstruction" or "system_instruction":
                    ReadParts(request, member.Value, MessageRole.System, 0);
                    break;
                case "generationConfig":
                    foreach (JsonProperty parameter in Members(member.Value).Where(p => p.Name == "responseSchema"))
                    {
                        request.Add(parameter.Value, MessageRole.Other, TextKind.OutputSchema);
                    }

                    break;
                case "tools":
                    foreach (JsonElement tool in member.Value.EnumerateArray())
                    {
                        ReadTool(request, tool);
                    }

                    break;
            }
        }

        return request;
    }

    private static void ReadTool(ExpectedRequest request, JsonElement tool)
    {
        foreach (JsonProperty member in Members(tool))
        {
            if (member.Name != "functionDeclarations")
            {
                request.Tools++;
                continue;
            }

            foreach (JsonElement function in member.Value.EnumerateArray())
            {
                request.Tools++;
                request.AddTool(function);
            }
        }
    }

    private static void ReadParts(ExpectedRequest request, JsonElement content, MessageRole role, int number)
    {
        foreach (JsonElement part in Elements(content.GetProperty("parts")))
        {
            bool isThought = part.TryGetProperty("thought", out JsonElement thought)
                && thought.ValueKind == JsonValueKind.True;
            foreach (JsonProperty member in Members(part))
            {
                switch (member.Name)
                {
                    case "text" when isThought:
                        request.Add(member.Value, MessageRole.Assistant, TextKind.Reasoning, number);
                        break;
                    case "text":
                        request.Add(member.Value, role, KindOf(role), number);
                        break;
                    case "thoughtSignature" or "thought_signature":
                        request.Add(member.Value, MessageRole.Assistant, TextKind.ReasoningBlob, number);
                        break;
                    case "functionCall" or "executableCode":
                        ReadFunction(request, member.Value, MessageRole.Assistant, TextKind.ToolCall, number);
                        break;
                    case "functionResponse" or "codeExecutionResult":
                        ReadFunction(request, member.Value, MessageRole.Tool, TextKind.ToolResult, number);
                        break;
                    case "inlineData" or "fileData":
                        request.Media++;
                        break;
                }
            }
        }
    }

    private static void ReadFunction(
        ExpectedRequest request, JsonElement function, MessageRole role, TextKind kind, int number)
    {
        foreach (JsonProperty member in Members(function))
        {
            bool isName = kind == TextKind.ToolCall && member.Name == "name";
            if (isName || member.Name is "args" or "code" or "response" or "output")
            {
                request.Add(member.Value, role, kind, number);
            }
        }
    }
}
