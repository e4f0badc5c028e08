// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.PromptPattern;

/// <summary>One decayed count for every <see cref="Rules.RuleTactic"/>, indexed by it.</summary>
[InlineArray(Count)]
internal struct TacticCounts
{
    /// <summary>Most tactics there can be.</summary>
    public const int Count = 16;

    private float _first;
}
