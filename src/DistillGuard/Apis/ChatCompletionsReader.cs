// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads bodies of OpenAI Chat Completions, and of the many servers that speak its dialect.</summary>
internal static class ChatCompletionsReader
{
    /// <summary>Reads the members of the body.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        bool hasSafetyIdentifier = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Model:
                    parts.SetModel(ref json);
                    break;
                case Member.Messages:
                    ReadMessages(ref json, parts);
                    break;
                case Member.Tools:
                case Member.Functions:
                    ToolDefinitions.Read(ref json, parts);
                    break;
                case Member.ResponseFormat:
                    OutputFormats.Read(ref json, parts);
                    break;
                case Member.ReasoningEffort:
                    parts.Sampling.AsksForReasoning = SamplingReader.ReadEffort(ref json);
                    break;
                case Member.Prediction:
                    ReadPrediction(ref json, parts);
                    break;
                case Member.SafetyIdentifier:
                    hasSafetyIdentifier = true;
                    parts.SetEndUser(ref json);
                    break;
                case Member.User when !hasSafetyIdentifier:
                    parts.SetEndUser(ref json);
                    break;
                default:
                    SamplingReader.Read(ref json, ref parts.Sampling);
                    break;
            }
        }
    }

    private static void ReadMessages(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadMessage(ref json, parts, parts.Sampling.MessageCount++);
        }
    }

    private static void ReadMessage(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        MessageRole role = MessageRole.Other;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Role:
                    role = RoleNames.Find(json.ReadWord());
                    break;
                case Member.Content:
                    OpenAIContent.Read(ref json, parts, message);
                    break;
                case Member.Refusal:
                    parts.AddString(ref json, MessageRole.Assistant, TextKind.Prompt, message);
                    break;
                case Member.ReasoningContent:
                case Member.Reasoning when json.Token == JsonTokenType.String:
                    parts.AddString(ref json, MessageRole.Assistant, TextKind.Reasoning, message);
                    break;
                case Member.ToolCalls:
                    ReadCalls(ref json, parts, message);
                    break;
                case Member.FunctionCall:
                    ReadCall(ref json, parts, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        parts.SettleRole(first, role);
    }

    private static void ReadCalls(ref JsonCursor json, PartWriter parts, int message)
    {
        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement())
        {
            ReadCall(ref json, parts, message);
        }
    }

    private static void ReadCall(ref JsonCursor json, PartWriter parts, int message)
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
                case Member.Function:
                case Member.Custom:
                    ReadCall(ref json, parts, message);
                    break;
                case Member.Name:
                    parts.AddString(ref json, MessageRole.Assistant, TextKind.ToolCall, message);
                    break;
                case Member.Arguments:
                case Member.Input:
                    parts.AddStringOrJson(ref json, MessageRole.Assistant, TextKind.ToolCall, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    // The client's guess of the answer: the model's side, though no message.
    private static void ReadPrediction(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        int first = parts.Count;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.Content)
            {
                OpenAIContent.Read(ref json, parts, 0);
            }
            else
            {
                json.Skip();
            }
        }

        parts.SettleRole(first, MessageRole.Assistant);
    }
}
