// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks;

/// <summary>
/// What a gateway adds to a whole request of 4 KB: a prompt not seen before, whose words the processor cannot foretell, and caches that others
/// have used since the request before. With one prompt it is <see cref="InspectBenchmarks"/>; of 512 none comes again before the others.
/// </summary>
/// <remarks>Between requests a row reads and writes memory of its own. That takes time too, which a row of its own tells: subtract it.</remarks>
public class InspectUnseenBenchmarks : WholeRequestBenchmarks
{
    private const int PromptBytes = 4096;
    private const int OtherBytes = 1536 * 1024;
    private const int LineBytes = 64;

    private readonly byte[] _others = new byte[OtherBytes];

    [Params(1, 512)]
    public int Prompts { get; set; }

    [GlobalSetup]
    public void Prepare() => Prepare(SampleGuard.UsualLoad, PromptBytes, Prompts);

    [Benchmark]
    public VerdictLevel DistillGuardBodyBesideOthers()
    {
        _ = UseMemory();
        return DistillGuardBody();
    }

    [Benchmark]
    public long StockCarefulBesideOthers()
    {
        _ = UseMemory();
        return StockCareful();
    }

    /// <summary>What the others take.</summary>
    [Benchmark]
    public byte UseMemory()
    {
        byte[] others = _others;
        for (int i = 0; i < others.Length; i += LineBytes)
        {
            others[i]++;
        }

        return others[0];
    }
}
