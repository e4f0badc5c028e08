// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.AspNetCore.Health;

/// <summary>What only grows when something is wrong.</summary>
/// <param name="Faults">Faults of guard and gateway.</param>
/// <param name="Drops">Requests that the analysis plane did not take in.</param>
/// <param name="Evictions">Subjects forgotten to make room.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TroubleCounts(long Faults, long Drops, long Evictions)
{
    public static TroubleCounts Of(in GuardCounters guard, in GatewayCounters gateway) => new(
        guard.Faults + gateway.Faults + gateway.ObserverFaults + gateway.HandlerFaults + gateway.ResolverFaults,
        guard.GroupDrops,
        guard.Evictions + guard.GroupEvictions);

    public static TroubleCounts operator -(TroubleCounts later, TroubleCounts earlier) =>
        new(later.Faults - earlier.Faults, later.Drops - earlier.Drops, later.Evictions - earlier.Evictions);
}
