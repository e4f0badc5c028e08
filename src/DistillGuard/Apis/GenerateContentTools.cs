// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Apis;

/// <summary>
/// Reads the tools of a Gemini request: functions with a definition, and Google's own, which count only.
/// </summary>
internal static class GenerateContentTools
{
    /// <summary>Reads an array of tool boxes, or one in place of the array.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            ReadBox(ref json, parts);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadBox(ref json, parts);
        }
    }

    private static void ReadBox(ref JsonCursor json, PartWriter parts)
    {
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member == Member.FunctionDeclarations)
            {
                ToolDefinitions.Read(ref json, parts);
            }
            else
            {
                parts.Sampling.ToolCount++;
                json.Skip();
            }
        }
    }
}
