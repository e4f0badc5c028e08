// SPDX-License-Identifier: MIT

using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>One way to run a campaign, for <see cref="RobustnessTable"/>. Immutable.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Make">Makes the campaign in a language; its name and number of accounts are set afterwards.</param>
internal sealed record RobustnessVariant(string Name, Func<SampleLanguage, GroupPlan> Make)
{
    /// <summary>Whether customers of a new product send its system prompt in the same days as the campaign does.</summary>
    public bool SharesNovelty { get; init; }
}
