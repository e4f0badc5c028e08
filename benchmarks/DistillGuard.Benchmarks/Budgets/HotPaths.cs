// SPDX-License-Identifier: MIT

using System.Reflection;
using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks.Configurations;

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>Finds the marked benchmarks, as BenchmarkDotNet itself would run them.</summary>
internal static class HotPaths
{
    /// <summary>Every marked benchmark with every combination of its parameters.</summary>
    public static IEnumerable<BenchmarkCase> All() => typeof(HotPaths).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.GetMethods().Any(IsHotPath))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, NamedConfigurations.Find("Dry")).BenchmarksCases)
        .Where(benchmark => IsHotPath(benchmark.Descriptor.WorkloadMethod));

    /// <summary>The name that stands in <c>budgets.json</c>: one for all parameters.</summary>
    public static string NameOf(BenchmarkCase benchmark) =>
        $"{benchmark.Descriptor.Type.Name}.{benchmark.Descriptor.WorkloadMethod.Name}";

    private static bool IsHotPath(MethodInfo method) => method.GetCustomAttribute<HotPathAttribute>() is not null;
}
