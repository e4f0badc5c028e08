// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks.Budgets;
using DistillGuard.Benchmarks.Configurations;
using DistillGuard.Benchmarks.Reports;

namespace DistillGuard.Benchmarks.Tests.Reports;

[TestFixture]
internal sealed class ComparisonsTests
{
    [Test]
    public void All_EveryRow_IsABenchmarkOfTheShortConfiguration()
    {
        HashSet<string> known = [.. typeof(Comparisons).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Benchmarks", StringComparison.Ordinal))
            .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, NamedConfigurations.Find("Short")).BenchmarksCases)
            .Select(benchmark => $"{NameOf(benchmark)} {benchmark.Parameters.DisplayInfo.TrimStart('[').TrimEnd(']')}")];

        IEnumerable<string> named = Comparisons.All.Concat(Comparisons.Few).SelectMany(
            comparison => comparison.Peers.Select(peer => peer.Method).Append(comparison.Method).Select(method => $"{comparison.Class}.{method} {comparison.Parameters}"));

        Assert.That(named.Except(known, StringComparer.Ordinal), Is.Empty);
    }

    private static string NameOf(BenchmarkCase benchmark) => HotPaths.NameOf(benchmark);
}
