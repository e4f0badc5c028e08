// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Tests.Budgets;

[TestFixture]
internal sealed class AllocationProbeTests
{
    [TestCase(nameof(AllocatingBenchmarks.Nothing), 0, 0.0)]
    [TestCase(nameof(AllocatingBenchmarks.Array), 16, 40.0)]
    [TestCase(nameof(AllocatingBenchmarks.Array), 1000, 1024.0)]
    public void Measure_KnownAllocation_TellsItsBytes(string method, int length, double expected)
    {
        BenchmarkCase benchmark = BenchmarkConverter.TypeToBenchmarks(typeof(AllocatingBenchmarks)).BenchmarksCases.First(
            known => known.Descriptor.WorkloadMethod.Name == method
                && (length == 0 || (int)known.Parameters[nameof(AllocatingBenchmarks.Length)] == length));

        Assert.That(AllocationProbe.Measure(benchmark, budget: 0), Is.EqualTo(expected));
    }
}
