// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>The evidence of a verdict in the order in which people want to read it.</summary>
internal static class Reasons
{
    /// <summary>
    /// Heaviest first. Left out are policy outcomes, which stand in a table of their own, and what weighs nothing, such
    /// as a country:
    /// neither is a reason.
    /// </summary>
    public static IReadOnlyList<Signal> ByWeight(ReadOnlySpan<Signal> signals) =>
        [.. signals.ToArray()
            .Where(signal => !signal.Info.IsPolicy && signal.Weight != 0)
            .OrderByDescending(signal => signal.Weight)
            .ThenBy(signal => signal.Info.Id, StringComparer.Ordinal)];
}
