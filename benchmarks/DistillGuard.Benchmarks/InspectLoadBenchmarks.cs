// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;

namespace DistillGuard.Benchmarks;

/// <summary>
/// A whole request, body in and verdict out, against the number of accounts and how requests spread over them. 4 KB of English, everything else as in
/// <see cref="InspectBenchmarks"/>. Five million accounts: the verb <c>memory-scale</c>.
/// </summary>
[AnalysisOnly("1000000-Uniform", "1000000-Zipf")]
public class InspectLoadBenchmarks : WholeRequestBenchmarks
{
    private const int PromptBytes = 4096;

    [ParamsSource(nameof(Loads))]
    public TableLoad Load { get; set; } = null!;

    public static IEnumerable<TableLoad> Loads =>
    [
        new(1_000, KeySpread.Uniform),
        new(1_000, KeySpread.Zipf),
        new(100_000, KeySpread.Uniform),
        new(100_000, KeySpread.Zipf),
        new(1_000_000, KeySpread.Uniform),
        new(1_000_000, KeySpread.Zipf),
    ];

    [GlobalSetup]
    public void Prepare() => Prepare(Load, PromptBytes);
}
