// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>The evidence of a verdict in the order in which people want to read it.</summary>
internal static class Reasons
{
    /// <summary>Heaviest first, policy outcomes left out: those are no evidence and stand in a table of their own.</summary>
    public static IReadOnlyList<Signal> ByWeight(ReadOnlySpan<Signal> signals) =>
        [.. signals.ToArray()
            .Where(signal => !signal.Info.IsPolicy)
            .OrderByDescending(signal => signal.Weight)
            .ThenBy(signal => signal.Info.Id, StringComparer.Ordinal)];
}
