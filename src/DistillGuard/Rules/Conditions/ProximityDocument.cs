// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Groups of phrases, one of each of which must stand close to the others, or follow in order.</summary>
internal sealed record ProximityDocument : ConditionDocument
{
    /// <summary>The groups, in the order in which they must follow when <see cref="Ordered"/>; phrases folded.</summary>
    public required IReadOnlyList<IReadOnlyList<byte[]>> Groups { get; init; }

    /// <summary>Whether the groups must follow in order.</summary>
    public required bool Ordered { get; init; }

    /// <summary>Most words or bytes between; without meaning for <see cref="DistanceUnit.Sentence"/>.</summary>
    public required int Within { get; init; }

    /// <summary>What <see cref="Within"/> counts.</summary>
    public required DistanceUnit Unit { get; init; }

    /// <summary>Whose text is searched.</summary>
    public required RoleScope Scope { get; init; }

    /// <summary>The language of the phrases, or null when the author did not say.</summary>
    public required string? Language { get; init; }
}
