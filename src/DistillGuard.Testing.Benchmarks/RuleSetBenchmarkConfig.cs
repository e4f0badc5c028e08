// SPDX-License-Identifier: MIT

using System.Globalization;
using BenchmarkDotNet.Configs;

namespace DistillGuard.Testing.Benchmarks;

/// <summary>Adds the columns of <see cref="RuleSetBenchmarks"/>: time per KB, and hits of a thousand prompts.</summary>
public sealed class RuleSetBenchmarkConfig : ManualConfig
{
    /// <summary>Makes the configuration; BenchmarkDotNet does this.</summary>
    public RuleSetBenchmarkConfig() => AddColumn(
        new QualityColumn("ns/KB", "Mean time to match 1,024 bytes of prompt", static (quality, mean) => mean * 1024 / quality.Bytes, "N0"),
        new QualityColumn("Hits/1,000", "Prompts of a thousand that are not benign and are hit", static (quality, _) => quality.OthersPerThousand, "N1"),
        new QualityColumn("Benign/1,000", "Benign prompts of a thousand that are hit", static (quality, _) => quality.BenignPerThousand, "N1"));

    internal static string Format(double value, string format) => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
