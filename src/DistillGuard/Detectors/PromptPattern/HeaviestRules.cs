// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.PromptPattern;

/// <summary>One rule for every tactic: its index plus one, 0 for none.</summary>
[InlineArray(TacticCounts.Count)]
internal struct HeaviestRules
{
    private short _first;
}
