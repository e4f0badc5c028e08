// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads bodies of Gemini <c>generateContent</c> and <c>streamGenerateContent</c>.</summary>
/// <remarks>
/// Model and streaming stand in the URL and are the caller's to set; a body that was logged with them is read, too.
/// Google's parser takes one object in place of an array, and so does this reader.
/// </remarks>
internal static class GenerateContentReader
{
    /// <summary>Reads the members of the body.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts)
    {
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Model:
                    parts.SetModel(ref json);
                    break;
                case Member.Stream:
                    parts.Sampling.Stream = json.ReadBoolean();
                    break;
                case Member.Contents:
                    ReadContents(ref json, parts);
                    break;
                case Member.SystemInstruction:
                    ReadSystemInstruction(ref json, parts);
                    break;
                case Member.GenerationConfig:
                    GenerationConfigReader.Read(ref json, parts);
                    break;
                case Member.Tools:
                    GenerateContentTools.Read(ref json, parts);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static void ReadContents(ref JsonCursor json, PartWriter parts)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            ReadContent(ref json, parts, parts.Sampling.MessageCount++);
            return;
        }

        if (!json.Expect(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement() && json.Expect(JsonTokenType.StartObject))
        {
            ReadContent(ref json, parts, parts.Sampling.MessageCount++);
        }
    }

    private static void ReadContent(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;

        // A single turn needs no role here; it is the user's.
        MessageRole role = MessageRole.User;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Role:
                    role = RoleNames.Find(json.ReadWord());
                    break;
                case Member.Parts:
                    GenerateContentParts.Read(ref json, parts, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        parts.SettleRole(first, role);
    }

    private static void ReadSystemInstruction(ref JsonCursor json, PartWriter parts)
    {
        int first = parts.Count;
        if (json.Token == JsonTokenType.String)
        {
            parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, 0);
        }
        else if (json.Expect(JsonTokenType.StartObject))
        {
            ReadContent(ref json, parts, 0);
        }

        // Whatever role it names: a system instruction is one by its place.
        parts.SettleRole(first, MessageRole.System);
    }
}
