// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>What the process holds: live managed objects, and everything, native memory included.</summary>
/// <param name="Live">Bytes of managed objects that are in use.</param>
/// <param name="Resident">Bytes of the whole process in memory (<c>VmRSS</c>, elsewhere the working set).</param>
internal readonly record struct ProcessMemory(long Live, long Resident)
{
    private const string Status = "/proc/self/status";
    private const string ResidentLine = "VmRSS:";

    /// <summary>Collects all garbage, then looks.</summary>
    public static ProcessMemory Read()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new ProcessMemory(GC.GetTotalMemory(forceFullCollection: true), ReadResident());
    }

    private static long ReadResident()
    {
        if (!File.Exists(Status))
        {
            return Environment.WorkingSet;
        }

        string line = File.ReadLines(Status).First(line => line.StartsWith(ResidentLine, StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan(ResidentLine.Length).Trim().TrimEnd(" kB"), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
