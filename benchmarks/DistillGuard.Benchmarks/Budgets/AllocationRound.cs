// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>Calls a benchmark many times and tells what was allocated.</summary>
internal abstract class AllocationRound
{
    /// <summary>Bytes allocated by this thread during the calls.</summary>
    public abstract long Run(int calls);
}
