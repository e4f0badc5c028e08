// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What the latest sixteen requests of an account ask, so that an answer can be told to belong to its prompt. Zero bytes are none.</summary>
[InlineArray(Count)]
internal struct PendingPrompts
{
    /// <summary>Requests in flight whose prompts are known. Of more only the latest are.</summary>
    public const int Count = 16;

    private PendingPrompt _first;

    public void Add(long exchange, ushort prompt) =>
        this[(int)(exchange % Count)] = new PendingPrompt { Exchange = (ushort)exchange, Prompt = prompt };

    /// <summary>What a request asks; 0 where that is forgotten: all such requests pass for one prompt.</summary>
    public readonly ushort Of(long exchange)
    {
        PendingPrompt pending = this[(int)(exchange % Count)];
        return pending.Exchange == (ushort)exchange ? pending.Prompt : (ushort)0;
    }
}
