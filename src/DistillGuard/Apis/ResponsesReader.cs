// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads bodies of OpenAI Responses.</summary>
internal static class ResponsesReader
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
                case Member.Input:
                    ReadInput(ref json, parts);
                    break;
                case Member.Instructions:
                    parts.AddString(ref json, MessageRole.System, TextKind.Prompt, 0);
                    break;
                case Member.Prompt:
                    ReadStoredPrompt(ref json, parts);
                    break;
                case Member.Tools:
                    ToolDefinitions.Read(ref json, parts);
                    break;
                case Member.Text:
                    ReadTextOptions(ref json, parts);
                    break;
                case Member.Reasoning:
                    ReadReasoningOptions(ref json, ref parts.Sampling);
                    break;
                case Member.Include:
                    ReadInclude(ref json, ref parts.Sampling);
                    break;
                case Member.PreviousResponseId:
                    parts.SetPreviousResponse(ref json);
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

        // This API has no switch of its own: asking for alternatives asks for probabilities.
        parts.Sampling.LogProbabilities |= parts.Sampling.TopLogProbabilities > 0;
    }

    private static void ReadInput(ref JsonCursor json, PartWriter parts)
    {
        if (json.Token == JsonTokenType.String)
        {
            parts.Sampling.MessageCount = 1;
            parts.AddString(ref json, MessageRole.User, TextKind.Prompt, 0);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ResponsesItems.Read(ref json, parts, parts.Sampling.MessageCount++);
        }
    }

    private static void ReadStoredPrompt(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.Variables)
            {
                ReadVariables(ref json, parts);
            }
            else
            {
                json.Skip();
            }
        }
    }

    // The stored prompt stays with the provider; what is put into its gaps is the client's text, whatever the gap is
    // called.
    private static void ReadVariables(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        int first = parts.Count;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            OpenAIContent.ReadPart(ref json, parts, 0);
        }

        parts.SettleRole(first, MessageRole.User);
    }

    private static void ReadTextOptions(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.Format)
            {
                OutputFormats.Read(ref json, parts);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private static void ReadReasoningOptions(ref JsonCursor json, ref SamplingParameters sampling)
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
                    sampling.AsksForReasoning = SamplingReader.ReadEffort(ref json);
                    break;
                case Member.Summary:
                case Member.GenerateSummary:
                    sampling.ShowsReasoning |= SamplingReader.ReadEffort(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static void ReadInclude(ref JsonCursor json, ref SamplingParameters sampling)
    {
        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement())
        {
            ReadOnlySpan<byte> word = json.ReadWord();
            sampling.ShowsReasoning |= word.SequenceEqual("reasoning.encrypted_content"u8);
            sampling.LogProbabilities |= word.SequenceEqual("message.output_text.logprobs"u8);
        }
    }
}
