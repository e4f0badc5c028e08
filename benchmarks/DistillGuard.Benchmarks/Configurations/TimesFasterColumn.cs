// SPDX-License-Identifier: MIT

using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>Shows <see cref="LeastRatio.TimesFaster"/> in tables.</summary>
internal sealed class TimesFasterColumn : IColumn
{
    public string Id => nameof(TimesFasterColumn);

    public string ColumnName => "Times faster";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Least time of the baseline divided by the least time of this benchmark";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        LeastRatio.TimesFaster(summary, benchmarkCase)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "?";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
