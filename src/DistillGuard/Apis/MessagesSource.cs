// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>
/// Reads the <c>source</c> of an Anthropic image or document: plain text, blocks of its own, or something that is no
/// text.
/// </summary>
internal static class MessagesSource
{
    /// <summary>Adds the text, or counts the medium.</summary>
    public static void Read(ref JsonCursor json, PartWriter parts, int message)
    {
        int first = parts.Count;
        bool isTyped = false;
        bool isText = false;
        bool hasContent = false;
        MemberSet seen = default;
        while (json.NextMember(ref seen))
        {
            switch (json.Member)
            {
                case Member.Type:
                    isTyped = true;
                    isText = json.ReadWord().SequenceEqual("text"u8);
                    break;
                case Member.Data when isText || !isTyped:
                    parts.AddString(ref json, MessageRole.Other, TextKind.Prompt, message);
                    break;
                case Member.Content:
                    hasContent = true;
                    MessagesContent.Read(ref json, parts, message);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (isText || hasContent)
        {
            return;
        }

        // The type stood after the data, which now turn out to be a picture's.
        parts.RemoveLastSince(first);
        parts.Sampling.MediaCount++;
    }
}
