// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Text;

namespace DistillGuard.Features;

/// <summary>Measures a request's text in one pass. Stateless; allocates nothing.</summary>
internal static class PromptFeatureReader
{
    public static void Measure(in RequestContent content, ref PromptFeatures features)
    {
        var counts = default(TextCounts);
        int? lastMessage = null;
        foreach (TextPart part in content.Parts)
        {
            if (part.Kind != TextKind.Prompt)
            {
                continue;
            }

            TextCounter.Add(content[part], ref counts);
            switch (part.Role)
            {
                case MessageRole.System:
                    features.SystemBytes += part.Length;
                    break;
                case MessageRole.Assistant:
                    features.AssistantBytes += part.Length;
                    break;
                case MessageRole.User:
                    AddUserPart(part, ref lastMessage, ref features);
                    break;
                default:
                    break;
            }
        }

        features.Text = counts;
    }

    private static void AddUserPart(TextPart part, ref int? lastMessage, ref PromptFeatures features)
    {
        features.UserBytes += part.Length;
        if (part.Message != lastMessage)
        {
            lastMessage = part.Message;
            features.UserTurns++;
            features.LastUserBytes = 0;
        }

        features.LastUserBytes += part.Length;
    }
}
