// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>Measures what a piece of code allocates on this thread.</summary>
internal static class Allocation
{
    /// <summary>The least of five rounds: one round alone can see the JIT.</summary>
    public static long Of(Action action)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
