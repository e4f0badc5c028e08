// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads the tools that a request offers: name, description and schema each become a piece.</summary>
/// <remarks>
/// One reader for all APIs: they differ only in what they wrap a definition in and how they call its schema.
/// </remarks>
internal static class ToolDefinitions
{
    /// <summary>Reads an array of tools, or, as Google allows, one tool in place of the array.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            ReadTool(ref json, parts);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadTool(ref json, parts);
        }
    }

    private static void ReadTool(ref JsonCursor json, PartWriter parts)
    {
        parts.Sampling.ToolCount++;
        ReadDefinition(ref json, parts);
    }

    private static void ReadDefinition(ref JsonCursor json, PartWriter parts)
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
                case Member.Name:
                case Member.Description:
                    parts.AddString(ref json, MessageRole.Other, TextKind.ToolDefinition, 0);
                    break;
                case Member.Parameters:
                case Member.ParametersJsonSchema:
                case Member.InputSchema:
                case Member.Format:
                    parts.AddStringOrJson(ref json, MessageRole.Other, TextKind.ToolDefinition, 0);
                    break;
                case Member.Function:
                case Member.Custom:
                    ReadDefinition(ref json, parts);
                    break;
                case Member.Tools:
                    Read(ref json, parts);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }
}
