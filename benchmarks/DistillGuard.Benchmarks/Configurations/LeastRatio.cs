// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>
/// How many times faster than the stock parts of the same run: least time by least time. Other programs on the machine can only add
/// time, so on a busy one the least iteration says most; the means of the same run say mostly who was disturbed.
/// </summary>
internal static class LeastRatio
{
    /// <summary>Least nanoseconds of an iteration's operation, or <see langword="null"/> without a result.</summary>
    public static double? Least(Summary summary, BenchmarkCase benchmark) => summary[benchmark]?.ResultStatistics?.Min;

    /// <summary>Least time of the stock parts divided by that of this benchmark.</summary>
    public static double? TimesFaster(Summary summary, BenchmarkCase benchmark)
    {
        BenchmarkCase? stock = summary.GetBaseline(summary.GetLogicalGroupKey(benchmark));
        return stock is null ? null : Least(summary, stock) / Least(summary, benchmark);
    }
}
