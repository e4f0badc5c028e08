// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;

namespace DistillGuard.Benchmarks.Tests.Budgets;

/// <summary>Benchmarks whose allocations are known: an array of bytes has a head of 24 bytes.</summary>
public class AllocatingBenchmarks
{
    private byte[] _kept = [];

    [Params(16, 1000)]
    public int Length { get; set; }

    [Benchmark]
    public int Nothing() => _kept.Length;

    [Benchmark]
    public byte[] Array() => _kept = new byte[Length];
}
