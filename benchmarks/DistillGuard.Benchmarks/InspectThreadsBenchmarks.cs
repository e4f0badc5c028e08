// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks;

/// <summary>
/// What a request takes each of two threads, and one alone: body in, verdict out, 4 KB of English, detectors that look at one account. Times are those of a
/// thread: were nothing shared and the machine idle, two would take as long as one. All accounts are of one cohort, whose profile every request needs. The barrier between
/// the threads allocates 32 bytes for 512 requests, so only the row of one thread has a budget.
/// </summary>
public class InspectThreadsBenchmarks
{
    private const int Requests = 512;
    private const int HotAccount = 7;
    private const int Apart = 16;
    private const long Step = TimeSpan.TicksPerMillisecond;

    private readonly SampleBody _body = new(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 4096));
    private readonly CarefulStockGate _careful = new();
    private readonly long[] _counts = new long[2 * Apart];
    private SampleGuard _sample = null!;
    private SampleGuard _other = null!;
    private TwoThreads _threads = null!;
    private long _ticks = SampleCallers.Start.AddDays(1).UtcTicks;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        _sample = SampleGuard.Warm(SampleGuard.UsualLoad, hasGroups: false);
        _other = new SampleGuard(SampleGuard.UsualLoad, hasGroups: false);
        _other.SendFromAll();
        _threads = new TwoThreads();
        CheckCounts();
    }

    [GlobalCleanup]
    public void Clean() => _threads.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public long StockCareful() => Advance(Careful(0));

    [Benchmark(OperationsPerInvoke = Requests)]
    public long StockCarefulTwoThreads() => Advance(_threads.Run(this, static (benchmarks, thread) => benchmarks.Careful(thread)));

    [Benchmark(OperationsPerInvoke = Requests)]
    [HotPath]
    public long DistillGuard() => Advance(Ours(0));

    [Benchmark(OperationsPerInvoke = Requests)]
    public long DistillGuardTwoThreads() => Advance(_threads.Run(this, static (benchmarks, thread) => benchmarks.Ours(thread)));

    /// <summary>Each thread has a guard of its own: what two threads take on this machine when they share nothing.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public long DistillGuardTwoGuards() => Advance(_threads.Run(this, static (benchmarks, thread) => benchmarks.Own(thread)));

    /// <summary>Both threads look at requests of the same account.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public long DistillGuardTwoThreadsOneAccount() => Advance(_threads.Run(this, static (benchmarks, thread) => benchmarks.Hot(thread)));

    private long Advance(long result)
    {
        _next += Requests;
        _ticks += Requests * Step;
        return result;
    }

    // Even accounts belong to one thread and odd ones to the other.
    private int AccountOf(int request, int thread) => (_sample.Traffic.At(request) & ~1) | thread;

    private long Careful(int thread)
    {
        long sum = 0;
        for (int i = 0; i < Requests; i++)
        {
            sum += _careful.Inspect(_sample.Traffic.Ids[AccountOf(_next + i, thread)], _body.Utf8, _ticks);
        }

        return sum;
    }

    private long Ours(int thread)
    {
        for (int i = 0; i < Requests; i++)
        {
            Inspect(AccountOf(_next + i, thread), i, thread);
        }

        return _counts[thread * Apart];
    }

    private long Hot(int thread)
    {
        for (int i = 0; i < Requests; i++)
        {
            Inspect(HotAccount, i, thread);
        }

        return _counts[thread * Apart];
    }

    private long Own(int thread)
    {
        for (int i = 0; i < Requests; i++)
        {
            Inspect(thread == 0 ? _sample : _other, AccountOf(_next + i, thread), i, thread);
        }

        return _counts[thread * Apart];
    }

    private void Inspect(int account, int i, int thread) => Inspect(_sample, account, i, thread);

    private void Inspect(SampleGuard sample, int account, int i, int thread)
    {
        InferenceRequest request = sample.From(account, _ticks + (i * Step), _body.Api);
        _counts[thread * Apart] = sample.Guard.Inspect(in request, _body.Utf8).AccountExchanges;
    }

    // Two threads on one account must not lose a request.
    private void CheckCounts()
    {
        Inspect(HotAccount, 0, 0);
        long before = _counts[0];
        _ = DistillGuardTwoThreadsOneAccount();
        Inspect(HotAccount, 0, 0);
        if (_counts[0] != before + (2 * Requests) + 1)
        {
            throw new InvalidOperationException($"Of {2 * Requests} requests that two threads sent, {_counts[0] - before - 1} were counted.");
        }
    }
}
