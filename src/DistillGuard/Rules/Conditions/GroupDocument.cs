// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Conditions of which all, or any, must hold.</summary>
internal sealed record GroupDocument : ConditionDocument
{
    /// <summary>Whether all must hold; otherwise one is enough.</summary>
    public required bool All { get; init; }

    public required IReadOnlyList<ConditionDocument> Items { get; init; }
}
