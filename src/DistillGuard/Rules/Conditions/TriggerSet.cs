// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Phrase atoms of which at least one must be set for a condition to hold.</summary>
/// <param name="Atoms">The atoms.</param>
/// <param name="ShortestBytes">Length of their shortest phrase: the longer, the faster they are searched.</param>
internal readonly record struct TriggerSet(IReadOnlyCollection<int> Atoms, int ShortestBytes)
{
    /// <summary>Whether this set is cheaper to watch than another.</summary>
    public bool IsBetterThan(TriggerSet other) =>
        ShortestBytes != other.ShortestBytes ? ShortestBytes > other.ShortestBytes : Atoms.Count < other.Atoms.Count;
}
