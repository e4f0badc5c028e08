// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;
using DistillGuard.Signals;

namespace DistillGuard.Rules;

/// <summary>A rule as written.</summary>
internal sealed record RuleDocument
{
    public required Place Place { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required RuleStatus Status { get; init; }

    /// <summary>Sensitivity, 1 to 4: the level from which the rule is used.</summary>
    public required int Level { get; init; }

    public required RuleTactic Tactic { get; init; }

    public required SignalFamily Family { get; init; }

    public required float Weight { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required IReadOnlyList<string> FalsePositives { get; init; }

    public required ConditionDocument Condition { get; init; }
}
