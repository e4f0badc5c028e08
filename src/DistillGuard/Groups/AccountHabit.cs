// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>How one account asks, in numbers that hold no text. Immutable.</summary>
public sealed class AccountHabit
{
    /// <summary>Numbers of a change that tell of style and length.</summary>
    public const int StyleDimensions = 11;

    /// <summary>Numbers of a change that tell of byte trigrams, hashed with the deployment's secret; those of short single questions only.</summary>
    public const int NGramDimensions = 32;

    /// <summary>Numbers of a change: first style, then n-grams.</summary>
    public const int Dimensions = StyleDimensions + NGramDimensions;

    /// <summary>
    /// The sums over the latest ten prompts less the sums over the first ten that are remembered; empty before it has sent twenty. The
    /// numbers have different units: compare accounts, not dimensions.
    /// </summary>
    public ReadOnlyMemory<float> Change { get; init; }

    /// <summary>
    /// The topics of its latest single questions, up to eight, in no order: a locality-sensitive hash of each. Alike questions often have
    /// the same, others seldom.
    /// </summary>
    public ReadOnlyMemory<ushort> Topics { get; init; }
}
