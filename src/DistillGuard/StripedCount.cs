// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>A count that every request raises: each processor has a cell of its own, so that none waits for another's cache line. Thread-safe.</summary>
internal sealed class StripedCount
{
    private const int Cell = 2 * CacheLines.Bytes / sizeof(long); // processors fetch lines in pairs
    private const int MostCells = 64;

    private readonly long[] _cells;
    private readonly int _mask;

    public StripedCount()
    {
        int cells = (int)Math.Min(MostCells, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount));
        _mask = cells - 1;
        _cells = new long[(cells + 1) * Cell];
    }

    /// <summary>What was counted; while others count, about that.</summary>
    public long Value
    {
        get
        {
            long value = 0;
            for (int i = Cell; i < _cells.Length; i += Cell)
            {
                value += Volatile.Read(ref _cells[i]);
            }

            return value;
        }
    }

    /// <summary>Counts one.</summary>
    public void Increment() => Interlocked.Increment(ref _cells[((Thread.GetCurrentProcessorId() & _mask) + 1) * Cell]);
}
