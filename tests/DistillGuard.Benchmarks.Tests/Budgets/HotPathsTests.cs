// SPDX-License-Identifier: MIT

using System.Reflection;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Tests.Budgets;

[TestFixture]
internal sealed class HotPathsTests
{
    [Test]
    public void All_EveryClass_HasAStockBaseline()
    {
        IEnumerable<Type> without = HotPaths.All()
            .Select(benchmark => benchmark.Descriptor.Type)
            .Distinct()
            .Where(type => !type.GetMethods().Any(IsBaseline));

        Assert.That(without, Is.Empty);
    }

    private static bool IsBaseline(MethodInfo method) =>
        method.GetCustomAttribute<BenchmarkAttribute>() is { Baseline: true } && method.Name.StartsWith("Stock", StringComparison.Ordinal);
}
