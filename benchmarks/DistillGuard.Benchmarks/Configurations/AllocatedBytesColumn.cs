// SPDX-License-Identifier: MIT

using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>
/// Shows what the budget check would measure. The memory diagnoser of an in-process run counts the whole process and so the runner
/// itself, some kilobytes an iteration, which short iterations turn into bytes that no benchmark allocated.
/// </summary>
internal sealed class AllocatedBytesColumn : IColumn
{
    private readonly Dictionary<BenchmarkCase, double> _known = [];

    public string Id => nameof(AllocatedBytesColumn);

    public string ColumnName => "Allocated bytes";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Bytes that the calling thread allocates per operation, least of several rounds";

    /// <summary>Measures a benchmark that has run, once.</summary>
    public double Measure(BenchmarkCase benchmark)
    {
        if (!_known.TryGetValue(benchmark, out double bytes))
        {
            bytes = AllocationProbe.Measure(benchmark, budget: 0);
            _known.Add(benchmark, bytes);
        }

        return bytes;
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        Measure(benchmarkCase).ToString("#,0", CultureInfo.InvariantCulture);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
