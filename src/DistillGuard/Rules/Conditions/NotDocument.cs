// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>A condition that must not hold.</summary>
internal sealed record NotDocument : ConditionDocument
{
    public required ConditionDocument Item { get; init; }
}
