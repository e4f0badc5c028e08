// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>A property of the request that must lie in a range.</summary>
internal sealed record PropertyDocument : ConditionDocument
{
    public required RequestProperty Property { get; init; }

    /// <summary>Least value, inclusive.</summary>
    public required double Minimum { get; init; }

    /// <summary>Greatest value, inclusive.</summary>
    public required double Maximum { get; init; }
}
