// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.TrafficLogs;

/// <summary>What has been read of a log (or of several) so far. A value; a copy does not change.</summary>
/// <remarks><c>Lines = Exchanges + Enforcements + ModelReleases + Skipped</c>: blank lines are not counted.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrafficLogCounters
{
    /// <summary>Lines that were not blank.</summary>
    public long Lines { get; init; }

    /// <summary>Exchanges delivered.</summary>
    public long Exchanges { get; init; }

    /// <summary>Actions of the operator delivered.</summary>
    public long Enforcements { get; init; }

    /// <summary>Model releases delivered.</summary>
    public long ModelReleases { get; init; }

    /// <summary>Lines not delivered, because they do not follow the format or are too long.</summary>
    public long Skipped { get; init; }

    /// <summary>
    /// Lines delivered without an optional member whose value could not be understood, for example an address.
    /// </summary>
    public long Incomplete { get; init; }

    /// <summary>
    /// Entries delivered whose time lies before that of the entry delivered before them from the same log.
    /// </summary>
    public long OutOfOrder { get; init; }

    /// <summary>Adds two logs' counters.</summary>
    public static TrafficLogCounters operator +(TrafficLogCounters left, TrafficLogCounters right) => new()
    {
        Lines = left.Lines + right.Lines,
        Exchanges = left.Exchanges + right.Exchanges,
        Enforcements = left.Enforcements + right.Enforcements,
        ModelReleases = left.ModelReleases + right.ModelReleases,
        Skipped = left.Skipped + right.Skipped,
        Incomplete = left.Incomplete + right.Incomplete,
        OutOfOrder = left.OutOfOrder + right.OutOfOrder,
    };
}
