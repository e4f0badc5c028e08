// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Phrases of which at least some must occur.</summary>
internal sealed record PhrasesDocument : ConditionDocument
{
    /// <summary>The phrases, folded.</summary>
    public required IReadOnlyList<byte[]> Phrases { get; init; }

    /// <summary>How many different ones must occur.</summary>
    public required int AtLeast { get; init; }

    /// <summary>Whose text is searched.</summary>
    public required RoleScope Scope { get; init; }

    /// <summary>The language of the phrases, or null when the author did not say.</summary>
    public required string? Language { get; init; }
}
