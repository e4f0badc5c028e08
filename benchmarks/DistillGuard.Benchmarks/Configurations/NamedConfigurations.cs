// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>
/// The ways to run, chosen by <c>--config</c>; all report allocated bytes. Standard builds a program of its own for every run and
/// starts it afresh for every benchmark; Short and Dry stay in this process, and Dry's times mean nothing.
/// </summary>
internal static class NamedConfigurations
{
    private const int ShortIterationMilliseconds = 100;

    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Standard", "Short", "Dry"];

    /// <summary>The configuration of a name, or <see langword="null"/>.</summary>
    public static IConfig? Find(string name) => name switch
    {
        "Standard" => Create(Job.Default),
        "Short" => Create(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithLaunchCount(1)
            .WithWarmupCount(4)
            .WithIterationCount(8)
            .WithIterationTime(TimeInterval.FromMilliseconds(ShortIterationMilliseconds))),
        "Dry" => Create(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance)),
        _ => null,
    };

    private static ManualConfig Create(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job)
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Trend))
        .WithBuildTimeout(TimeSpan.FromMinutes(10))
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
}
