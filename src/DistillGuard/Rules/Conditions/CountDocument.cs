// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Phrases that must occur so often, all together.</summary>
internal sealed record CountDocument : ConditionDocument
{
    /// <summary>The phrases, folded.</summary>
    public required IReadOnlyList<byte[]> Phrases { get; init; }

    /// <summary>Least number of occurrences in the request, repeats included.</summary>
    public required int Minimum { get; init; }

    /// <summary>Whose text is searched.</summary>
    public required RoleScope Scope { get; init; }

    /// <summary>The language of the phrases, or null when the author did not say.</summary>
    public required string? Language { get; init; }
}
