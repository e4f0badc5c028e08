// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules;

/// <summary>A rule document as written, read and found to be well formed.</summary>
internal sealed record RuleSetDocument
{
    /// <summary>Name of the source, for diagnostics of the stages to come.</summary>
    public required string Source { get; init; }

    public required string Name { get; init; }

    public required int Revision { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Where fragments stand that no rule uses.</summary>
    public required IReadOnlyList<Place> UnusedFragments { get; init; }

    public required IReadOnlyList<RuleDocument> Rules { get; init; }
}
