// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>
/// The ways to run, chosen by <c>--config</c>; all report allocated bytes. Standard builds a program of its own for every run and
/// starts it afresh for every benchmark; Analysis does the same with nothing left out, and counts locks, work items and machine code too; Short
/// and Dry stay in this process, and Dry's times mean nothing.
/// </summary>
internal static class NamedConfigurations
{
    // Shorter than the turns that a busy machine gives its programs, so that some iterations run undisturbed. The long warm-up is
    // for compilation in stages, which a busy machine finishes late. No collection is forced between iterations: with thousands of compiled
    // expressions in the process each took longer than the iteration.
    private const int ShortIterationMilliseconds = 5;

    /// <summary>What an operation allocates.</summary>
    public static AllocatedBytesColumn AllocatedBytes { get; } = new();

    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Standard", "Short", "Analysis", "Dry"];

    /// <summary>The configuration of a name, or <see langword="null"/>.</summary>
    public static IConfig? Find(string name) => name switch
    {
        "Standard" => Create(Job.Default).AddDiagnoser(MemoryDiagnoser.Default).AddFilter(new AnalysisOnlyFilter()),
        "Analysis" => Create(Job.Default)
            .AddDiagnoser(MemoryDiagnoser.Default, ThreadingDiagnoser.Default, new DisassemblyDiagnoser(new DisassemblyDiagnoserConfig()))
            .AddColumn(StatisticColumn.P95, StatisticColumn.Max),
        "Short" => Create(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithLaunchCount(1)
            .WithWarmupCount(150)
            .WithIterationCount(80)
            .WithGcForce(false)
            .WithIterationTime(TimeInterval.FromMilliseconds(ShortIterationMilliseconds)))
            .AddColumn(AllocatedBytes)
            .AddFilter(new AnalysisOnlyFilter()),
        "Dry" => Create(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance)).AddFilter(new AnalysisOnlyFilter()),
        _ => null,
    };

    private static ManualConfig Create(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job)
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Min, StatisticColumn.Median, new TimesFasterColumn())
        .HideColumns(Column.Error, Column.StdDev, Column.Mean, Column.Ratio, Column.RatioSD, Column.AllocRatio, Column.Gen0, Column.Gen1, Column.Gen2)
        .AddExporter(MarkdownExporter.GitHub)
        .WithBuildTimeout(TimeSpan.FromMinutes(10))
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
}
