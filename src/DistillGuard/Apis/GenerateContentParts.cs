// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads the parts of a Gemini message: text, thoughts, calls, answers of tools, media.</summary>
internal static class GenerateContentParts
{
    /// <summary>Adds every text: prompts with no role yet, all others complete.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts, int message)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            ReadPart(ref json, parts, message);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadPart(ref json, parts, message);
        }
    }

    private static void ReadPart(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        bool isThought = false;
        bool isText = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Text:
                    parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
                    isText = true;
                    break;
                case Member.Thought:
                    isThought = json.ReadBoolean();
                    break;
                case Member.ThoughtSignature:
                    parts.AddString(ref json, MessageRole.Assistant, TextKind.ReasoningBlob, message);
                    isText = true;
                    break;
                case Member.FunctionCall:
                case Member.ExecutableCode:
                    ReadFunction(ref json, parts, MessageRole.Assistant, TextKind.ToolCall, message);
                    isText = true;
                    break;
                case Member.FunctionResponse:
                case Member.CodeExecutionResult:
                    ReadFunction(ref json, parts, MessageRole.Tool, TextKind.ToolResult, message);
                    isText = true;
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (isThought)
        {
            parts.SettleReasoning(first);
        }

        if (!isText)
        {
            parts.Sampling.MediaCount++;
        }
    }

    private static void ReadFunction(
        ref JsonCursor json, PartWriter parts, MessageRole role, TextKind kind, int message)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Name when kind == TextKind.ToolCall:
                case Member.Args:
                case Member.Code:
                case Member.Response:
                case Member.Output:
                    parts.AddStringOrJson(ref json, role, kind, message);
                    break;
                case Member.Parts:
                    Read(ref json, parts, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }
}
