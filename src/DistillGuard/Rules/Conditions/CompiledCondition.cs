// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>A condition over atoms: single facts about a request, one bit each. Immutable.</summary>
internal abstract class CompiledCondition
{
    /// <summary>Whether the condition holds for these atoms.</summary>
    public abstract bool IsMet(ReadOnlySpan<ulong> atoms);

    /// <summary>
    /// Phrases of which at least one must occur for the condition to hold, or null when it can hold without any.
    /// A rule none of whose triggers occurs is not looked at.
    /// </summary>
    public abstract TriggerSet? Triggers { get; }
}
