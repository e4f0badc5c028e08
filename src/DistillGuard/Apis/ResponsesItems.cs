// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>
/// Reads one item of a Responses <c>input</c> array: a message, reasoning, a tool call or what the tool answered.
/// </summary>
/// <remarks>
/// The API has dozens of item types and gains more. What a member holds follows from its name alone, so new types are
/// read without being known; only reasoning is told by its type, which may stand after the text.
/// </remarks>
internal static class ResponsesItems
{
    /// <summary>Reads the item that the cursor stands on.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        MessageRole role = MessageRole.Other;
        bool isReasoning = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Role:
                    role = RoleNames.Find(json.ReadWord());
                    break;
                case Member.Type:
                    isReasoning = json.ReadWord().SequenceEqual("reasoning"u8);
                    break;
                default:
                    ReadText(ref json, parts, message);
                    break;
            }
        }

        if (isReasoning)
        {
            parts.SettleReasoning(first);
        }
        else
        {
            parts.SettleRole(first, role);
        }
    }

    private static void ReadText(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        switch (json.Member)
        {
            case Member.Content:
                OpenAIContent.Read(ref json, parts, message);
                break;
            case Member.Summary:
                OpenAIContent.Read(ref json, parts, message);
                parts.SettleReasoning(first);
                break;
            case Member.EncryptedContent:
                parts.AddString(ref json, MessageRole.Assistant, TextKind.ReasoningBlob, message);
                break;
            case Member.Name:
            case Member.Arguments:
            case Member.Input:
            case Member.Code:
            case Member.Action:
            case Member.Operation:
            case Member.Queries:
                parts.AddStringOrJson(ref json, MessageRole.Assistant, TextKind.ToolCall, message);
                break;
            case Member.Output when json.Token == JsonTokenType.StartObject:
                // A screenshot.
                parts.Sampling.MediaCount++;
                json.Skip();
                break;
            case Member.Output:
                OpenAIContent.Read(ref json, parts, message);
                parts.SettleRole(first, MessageRole.Tool);
                break;
            case Member.Outputs:
            case Member.Results:
            case Member.Error:
                parts.AddStringOrJson(ref json, MessageRole.Tool, TextKind.ToolResult, message);
                break;
            default:
                json.Skip();
                break;
        }
    }
}
