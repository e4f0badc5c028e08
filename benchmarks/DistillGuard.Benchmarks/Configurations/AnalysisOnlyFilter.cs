// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace DistillGuard.Benchmarks.Configurations;

/// <summary>Leaves out what <see cref="AnalysisOnlyAttribute"/> keeps for the complete configuration.</summary>
internal sealed class AnalysisOnlyFilter : IFilter
{
    public bool Predicate(BenchmarkCase benchmarkCase) =>
        !Attributes(benchmarkCase).Any(attribute => attribute.Values.Count == 0 || HasOneOf(benchmarkCase, attribute.Values));

    private static IEnumerable<AnalysisOnlyAttribute> Attributes(BenchmarkCase benchmark) =>
        benchmark.Descriptor.WorkloadMethod.GetCustomAttributes<AnalysisOnlyAttribute>()
            .Concat(benchmark.Descriptor.Type.GetCustomAttributes<AnalysisOnlyAttribute>());

    private static bool HasOneOf(BenchmarkCase benchmark, IReadOnlyList<string> values) =>
        benchmark.Parameters.Items.Any(parameter => values.Contains(Convert.ToString(parameter.Value, CultureInfo.InvariantCulture) ?? string.Empty, StringComparer.Ordinal));
}
