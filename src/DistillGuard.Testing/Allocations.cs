// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>Measures what code allocates on the managed heap.</summary>
public static class Allocations
{
    internal const int Rounds = 5;

    /// <summary>
    /// Bytes that one call allocates on the calling thread, once warm: the least of five measured calls.
    /// </summary>
    /// <param name="action">The code to measure.</param>
    /// <param name="warmUp">Calls before the first measured one; 0 or more, default 100.</param>
    /// <remarks>The least, because a single call can see the runtime's own work, such as a type being loaded.</remarks>
    public static long Of(Action action, int warmUp = 100)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUp);
        for (int i = 0; i < warmUp; i++)
        {
            action();
        }

        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
