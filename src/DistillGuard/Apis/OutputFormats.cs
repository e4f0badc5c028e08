// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads the form that a request demands of the answer, as OpenAI and Anthropic write it.</summary>
internal static class OutputFormats
{
    /// <summary>Reads <c>response_format</c>, <c>text.format</c> or <c>output_config.format</c>.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
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
                case Member.Type:
                    ReadType(ref json, ref parts.Sampling);
                    break;
                case Member.Name:
                case Member.Description:
                    parts.AddString(ref json, MessageRole.Other, TextKind.OutputSchema, 0);
                    break;
                case Member.Schema:
                    parts.AddStringOrJson(ref json, MessageRole.Other, TextKind.OutputSchema, 0);
                    break;
                case Member.JsonSchema:
                    Read(ref json, parts);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static void ReadType(ref JsonCursor json, ref SamplingParameters sampling)
    {
        ReadOnlySpan<byte> type = json.ReadWord();
        if (type.SequenceEqual("json_schema"u8))
        {
            sampling.OutputFormat = OutputFormat.JsonSchema;
        }
        else if (type.SequenceEqual("json_object"u8))
        {
            sampling.OutputFormat = OutputFormat.JsonObject;
        }
    }
}
