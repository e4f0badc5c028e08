// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads a message's content as both OpenAI APIs write it: a string, or an array of parts.</summary>
internal static class OpenAIContent
{
    /// <summary>Adds every text as a prompt of no role yet, and counts the parts that are no text.</summary>
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

        while (json.NextElement())
        {
            ReadPart(ref json, parts, message);
        }
    }

    /// <summary>Adds one part.</summary>
    public static void ReadPart(ref JsonCursor json, PartWriter parts, int message)
    {
        if (json.Token == JsonTokenType.String)
        {
            parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
            return;
        }

        if (!json.Expect(JsonTokenType.StartObject))
        {
            return;
        }

        bool isText = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            if (json.Member is Member.Text or Member.Refusal or Member.Stdout or Member.Stderr)
            {
                isText = true;
                parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
            }
            else
            {
                json.Skip();
            }
        }

        if (!isText)
        {
            parts.Sampling.MediaCount++;
        }
    }
}
