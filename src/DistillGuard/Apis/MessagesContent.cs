// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads content as Anthropic writes it: a string, or an array of blocks that may hold blocks again.</summary>
/// <remarks>
/// What a member holds follows from its name; only that a block is a tool's result is told by its <c>type</c>, which
/// may stand after the text. A block without any text counts as media.
/// </remarks>
internal static class MessagesContent
{
    /// <summary>Adds every text: prompts with no role yet, all others complete.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts, int message)
    {
        if (json.Token == JsonTokenType.String)
        {
            parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadBlock(ref json, parts, message);
        }
    }

    private static void ReadBlock(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        bool isResult = false;
        bool isText = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.Type)
            {
                // tool_result, web_search_tool_result, mcp_tool_result …
                isResult = json.ReadWord().EndsWith("tool_result"u8);
            }
            else
            {
                isText |= ReadText(ref json, parts, message);
            }
        }

        if (isResult)
        {
            parts.SettleRole(first, MessageRole.Tool);
        }
        else if (!isText)
        {
            parts.Sampling.MediaCount++;
        }
    }

    private static bool ReadText(ref JsonCursor json, PartWriter parts, int message)
    {
        switch (json.Member)
        {
            case Member.Text:
            case Member.Title:
            case Member.Context:
            case Member.Stdout:
            case Member.Stderr:
                parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
                return true;
            case Member.Thinking:
                parts.AddString(ref json, MessageRole.Assistant, TextKind.Reasoning, message);
                return true;
            case Member.Signature:
            case Member.Data:
                parts.AddString(ref json, MessageRole.Assistant, TextKind.ReasoningBlob, message);
                return true;
            case Member.Name:
            case Member.Input:
                parts.AddStringOrJson(ref json, MessageRole.Assistant, TextKind.ToolCall, message);
                return true;
            case Member.Content when json.Token == JsonTokenType.StartObject:
                ReadBlock(ref json, parts, message);
                return true;
            case Member.Content:
                Read(ref json, parts, message);
                return true;
            case Member.Source when json.Token == JsonTokenType.StartObject:
                MessagesSource.Read(ref json, parts, message);
                return true;
            default:
                json.Skip();
                return false;
        }
    }
}
