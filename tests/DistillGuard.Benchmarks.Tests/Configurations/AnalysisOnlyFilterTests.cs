// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks.Configurations;

namespace DistillGuard.Benchmarks.Tests.Configurations;

[TestFixture]
internal sealed class AnalysisOnlyFilterTests
{
    [TestCase("Short", "Always 1, Always 2, NotWithTwo 1")]
    [TestCase("Standard", "Always 1, Always 2, NotWithTwo 1")]
    [TestCase("Analysis", "Always 1, Always 2, Never 1, Never 2, NotWithTwo 1, NotWithTwo 2")]
    public void Find_Configuration_RunsWhatItShould(string name, string expected)
    {
        IEnumerable<string> cases = BenchmarkConverter.TypeToBenchmarks(typeof(SelectedBenchmarks), NamedConfigurations.Find(name)).BenchmarksCases
            .Select(benchmark => $"{benchmark.Descriptor.WorkloadMethod.Name} {benchmark.Parameters[nameof(SelectedBenchmarks.Number)]}")
            .Order(StringComparer.Ordinal);

        Assert.That(string.Join(", ", cases), Is.EqualTo(expected));
    }

    public class SelectedBenchmarks
    {
        [Params(1, 2)]
        public int Number { get; set; }

        [Benchmark]
        public int Always() => Number;

        [Benchmark]
        [AnalysisOnly]
        public int Never() => Number;

        [Benchmark]
        [AnalysisOnly("2")]
        public int NotWithTwo() => Number;
    }
}
