// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DistillGuard.Testing.Benchmarks;

/// <summary>A column that tells something about a rule set's hits.</summary>
internal sealed class QualityColumn : IColumn
{
    private readonly Func<RuleQuality, double, double> _value;
    private readonly string _format;

    /// <summary>Makes a column.</summary>
    /// <param name="name">Its heading.</param>
    /// <param name="legend">What it tells, in one line.</param>
    /// <param name="value">The value, from what was hit and the mean time in nanoseconds.</param>
    /// <param name="format">A numeric format.</param>
    public QualityColumn(string name, string legend, Func<RuleQuality, double, double> value, string format)
    {
        ColumnName = name;
        Legend = legend;
        _value = value;
        _format = format;
    }

    public string ColumnName { get; }

    public string Legend { get; }

    public string Id => nameof(QualityColumn) + "." + ColumnName;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (Activator.CreateInstance(benchmarkCase.Descriptor.Type) is not RuleSetBenchmarks benchmarks)
        {
            return "-";
        }

        RuleQuality quality = benchmarks.Measure(benchmarkCase.Descriptor.WorkloadMethod.Name);
        double mean = summary[benchmarkCase]?.ResultStatistics?.Mean ?? double.NaN;
        return RuleSetBenchmarkConfig.Format(_value(quality, mean), _format);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(benchmark => benchmark.Descriptor.Type.IsAssignableTo(typeof(RuleSetBenchmarks)));
}
