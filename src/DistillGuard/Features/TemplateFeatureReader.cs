// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Text;

namespace DistillGuard.Features;

/// <summary>Reads template pieces from where templates stand: the system text, the first user message and the last. Stateless; allocates nothing.</summary>
internal static class TemplateFeatureReader
{
    public static void Measure(in RequestContent content, PieceReader reader, SketchReader sketches, ref PromptFeatures features)
    {
        (int first, int last) = UserMessages(in content);
        ulong text = 0;
        foreach (TextPart part in content.Parts)
        {
            if (part.Kind != TextKind.Prompt)
            {
                continue;
            }

            text = reader.Hash(content[part], text);
            if (part.Role == MessageRole.System || (part.Role == MessageRole.User && (part.Message == first || part.Message == last)))
            {
                reader.Read(content[part], ref features.Pieces);
            }

            if (part.Role == MessageRole.User && part.Message == last)
            {
                features.Style = StyleReader.Read(content[part]);
                if (features is { UserTurns: 1, AssistantBytes: 0 })
                {
                    sketches.Read(content[part], ref features.Sketch);
                }
            }
        }

        features.TextHash = text;
    }

    private static (int First, int Last) UserMessages(in RequestContent content)
    {
        int first = -1;
        int last = -1;
        foreach (TextPart part in content.Parts)
        {
            if (part is { Kind: TextKind.Prompt, Role: MessageRole.User })
            {
                first = first < 0 ? part.Message : first;
                last = part.Message;
            }
        }

        return (first, last);
    }
}
