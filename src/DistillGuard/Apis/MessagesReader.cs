// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads bodies of Anthropic Messages.</summary>
internal static class MessagesReader
{
    /// <summary>Reads the members of the body.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        var thinking = ThinkingOptions.NotGiven;
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
                case Member.System:
                    ReadSystem(ref json, parts);
                    break;
                case Member.Tools:
                    ToolDefinitions.Read(ref json, parts);
                    break;
                case Member.Metadata:
                    ReadMetadata(ref json, parts);
                    break;
                case Member.Thinking:
                    thinking = ReadThinking(ref json);
                    break;
                case Member.OutputConfig:
                    ReadOutputConfig(ref json, parts);
                    break;
                case Member.OutputFormat:
                    OutputFormats.Read(ref json, parts);
                    break;
                default:
                    SamplingReader.Read(ref json, ref parts.Sampling);
                    break;
            }
        }

        Apply(thinking, ref parts.Sampling);
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
                    MessagesContent.Read(ref json, parts, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        parts.SettleRole(first, role);
    }

    private static void ReadSystem(ref JsonCursor json, PartWriter parts)
    {
        int first = parts.Count;
        MessagesContent.Read(ref json, parts, 0);
        parts.SettleRole(first, MessageRole.System);
    }

    private static void ReadMetadata(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.UserId)
            {
                parts.SetEndUser(ref json);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private static ThinkingOptions ReadThinking(ref JsonCursor json)
    {
        ThinkingOptions thinking = ThinkingOptions.NotGiven;
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return thinking;
        }

        bool isOmitted = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Type:
                    thinking = json.ReadWord().SequenceEqual("disabled"u8) ? ThinkingOptions.Off : ThinkingOptions.On;
                    break;
                case Member.Display:
                    isOmitted = json.ReadWord().SequenceEqual("omitted"u8);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return thinking == ThinkingOptions.On && isOmitted ? ThinkingOptions.Hidden : thinking;
    }

    private static void ReadOutputConfig(ref JsonCursor json, PartWriter parts)
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
                case Member.Effort:
                    parts.Sampling.AsksForReasoning = SamplingReader.ReadEffort(ref json);
                    break;
                case Member.Format:
                    OutputFormats.Read(ref json, parts);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    // An effort asks for reasoning, but thinking switched off has the last word, wherever it stands.
    private static void Apply(ThinkingOptions thinking, ref SamplingParameters sampling)
    {
        if (thinking != ThinkingOptions.NotGiven)
        {
            sampling.AsksForReasoning = thinking != ThinkingOptions.Off;
            sampling.ShowsReasoning = thinking == ThinkingOptions.On;
        }
    }
}
