// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>Tells prompts apart: by the last user message, so that one sent again in a longer conversation is the same. Stateless.</summary>
internal static class RefusedPrompt
{
    // The last message may come in any number of pieces; what is hashed must not grow with what a client sends.
    private const int MostPieces = 4;

    /// <summary>A hash of what a request asks, never 0.</summary>
    public static ushort Hash(in RequestContent content, in SubjectTextHash hash)
    {
        ulong prompt = 0;
        int message = -1;
        int pieces = 0;
        for (int i = content.Parts.Length - 1; i >= 0 && pieces < MostPieces; i--)
        {
            TextPart part = content.Parts[i];
            if (part is not { Kind: TextKind.Prompt, Role: MessageRole.User })
            {
                continue;
            }

            if (pieces > 0 && part.Message != message)
            {
                break;
            }

            message = part.Message;
            prompt = hash.Hash(content[part], prompt);
            pieces++;
        }

        return (ushort)Math.Max(1, prompt & ushort.MaxValue);
    }
}
