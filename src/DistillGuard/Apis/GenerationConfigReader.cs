// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads Gemini's <c>generationConfig</c>.</summary>
internal static class GenerationConfigReader
{
    /// <summary>Reads the parameters and the answer's schema.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        ref SamplingParameters sampling = ref parts.Sampling;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.ResponseMimeType:
                    bool isJson = json.ReadWord().SequenceEqual("application/json"u8);
                    if (isJson && sampling.OutputFormat == OutputFormat.Text)
                    {
                        sampling.OutputFormat = OutputFormat.JsonObject;
                    }

                    break;
                case Member.ResponseSchema:
                case Member.ResponseJsonSchema:
                    sampling.OutputFormat = OutputFormat.JsonSchema;
                    parts.AddStringOrJson(ref json, MessageRole.Other, TextKind.OutputSchema, 0);
                    break;
                case Member.ThinkingConfig:
                    ReadThinking(ref json, ref sampling);
                    break;
                default:
                    SamplingReader.Read(ref json, ref sampling);
                    break;
            }
        }
    }

    private static void ReadThinking(ref JsonCursor json, ref SamplingParameters sampling)
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
                case Member.IncludeThoughts:
                    sampling.ShowsReasoning = json.ReadBoolean();
                    break;
                case Member.ThinkingBudget:
                    // -1 leaves the budget to the model; only 0 switches thinking off.
                    sampling.AsksForReasoning |= json.ReadInt32() != 0;
                    break;
                case Member.ThinkingLevel:
                    sampling.AsksForReasoning |= SamplingReader.ReadEffort(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }
}
