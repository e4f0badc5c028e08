// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using BitFaster.Caching.Lru;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Subjects;

/// <summary>
/// One account found, locked, updated and released. The tables hold all accounts before the measurement. Reading the order of
/// requests is part of every row. That every table counts each account's requests right is checked before.
/// </summary>
[AnalysisOnly("5000000-Uniform", "5000000-Zipf")]
public class SubjectTableBenchmarks
{
    private const int CheckedRequests = 4_096;

    private readonly SubjectHasher _hasher = new(SampleCallers.Secret);
    private readonly long _ticks = SampleCallers.Start.UtcTicks;
    private AccountTraffic _traffic = null!;
    private SubjectTable _table = null!;
    private StateSlot<UsageCount> _slot;
    private ConcurrentDictionary<string, UsageCounter> _dictionary = null!;
    private ConcurrentLru<string, UsageCounter> _lru = null!;
    private PartitionedRateLimiter<string> _limiter = null!;
    private ulong _stranger;
    private int _next;

    [ParamsSource(nameof(Loads))]
    public TableLoad Load { get; set; } = null!;

    public static IEnumerable<TableLoad> Loads =>
    [
        new(1_000, KeySpread.Uniform),
        new(1_000, KeySpread.Zipf),
        new(100_000, KeySpread.Uniform),
        new(100_000, KeySpread.Zipf),
        new(1_000_000, KeySpread.Uniform),
        new(5_000_000, KeySpread.Uniform),
        new(5_000_000, KeySpread.Zipf),
    ];

    [GlobalSetup(Target = nameof(StockRateLimiter))]
    public void PrepareLimiter()
    {
        _traffic = AccountTraffic.For(Load);
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = int.MaxValue,
            TokensPerPeriod = 1000,
            ReplenishmentPeriod = TimeSpan.FromHours(1),
            AutoReplenishment = false,
        };
        _limiter = PartitionedRateLimiter.Create<string, string>(
            account => RateLimitPartition.GetTokenBucketLimiter(account, _ => options));
        foreach (string account in _traffic.Ids)
        {
            using RateLimitLease lease = _limiter.AttemptAcquire(account);
        }

        if (!StockRateLimiter())
        {
            throw new InvalidOperationException("The limiter limits, so it would be measured on its short way.");
        }
    }

    [GlobalSetup(Target = nameof(StockConcurrentDictionary))]
    public void PrepareDictionary()
    {
        _traffic = AccountTraffic.For(Load);
        _dictionary = new ConcurrentDictionary<string, UsageCounter>(StringComparer.Ordinal);
        foreach (string account in _traffic.Ids)
        {
            _dictionary.TryAdd(account, new UsageCounter());
        }

        CheckCounts(StockConcurrentDictionary);
    }

    [GlobalSetup(Target = nameof(StockConcurrentLru))]
    public void PrepareLru()
    {
        _traffic = AccountTraffic.For(Load);
        _lru = new ConcurrentLru<string, UsageCounter>(Environment.ProcessorCount, Load.Accounts, StringComparer.Ordinal);
        foreach (string account in _traffic.Ids)
        {
            _ = _lru.GetOrAdd(account, static _ => new UsageCounter());
        }

        CheckCounts(StockConcurrentLru);
    }

    [GlobalSetup(Targets = [nameof(DistillGuardHashAndHold), nameof(DistillGuardHold), nameof(DistillGuardFlood)])]
    public void PrepareTable()
    {
        _traffic = AccountTraffic.For(Load);
        var layout = new SubjectLayout();
        _slot = layout.Reserve<UsageCount>(SubjectKind.Account);
        _table = new SubjectTable(SubjectKind.Account, Load.Accounts, layout);
        foreach (SubjectKey key in _traffic.Keys)
        {
            _table.Hold(key).Release();
        }

        CheckCounts(DistillGuardHashAndHold);
    }

    [GlobalCleanup(Target = nameof(StockRateLimiter))]
    public void Clean() => _limiter.Dispose();

    /// <summary>The framework's limiter with a token bucket an account. Filling it with a million accounts takes a minute.</summary>
    [Benchmark]
    [AnalysisOnly("1000000-Uniform")]
    public bool StockRateLimiter()
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(_traffic.Ids[_traffic.At(_next++)]);
        return lease.IsAcquired;
    }

    /// <summary>Unbounded: whoever makes up account ids fills the memory.</summary>
    [Benchmark(Baseline = true)]
    public long StockConcurrentDictionary() =>
        _dictionary.GetOrAdd(_traffic.Ids[_traffic.At(_next++)], static _ => new UsageCounter()).Add(_ticks);

    /// <summary>Bounded, as ours is: the least recently used is forgotten (BitFaster.Caching).</summary>
    [Benchmark]
    public long StockConcurrentLru() =>
        _lru.GetOrAdd(_traffic.Ids[_traffic.At(_next++)], static _ => new UsageCounter()).Add(_ticks);

    /// <summary>From the id as the host has it.</summary>
    [Benchmark]
    [HotPath]
    public long DistillGuardHashAndHold() =>
        Update(_hasher.Hash(new Caller { Account = _traffic.Ids[_traffic.At(_next++)] }).Account);

    /// <summary>From the hashed key.</summary>
    [Benchmark]
    [HotPath]
    public long DistillGuardHold() => Update(_traffic.Keys[_traffic.At(_next++)]);

    /// <summary>Every request from an account never seen before: a full table forgets another for each.</summary>
    [Benchmark]
    [HotPath]
    public long DistillGuardFlood()
    {
        ulong mixed = ++_stranger * 0x9E37_79B9_7F4A_7C15;
        return Update(new SubjectKey(mixed ^ (mixed >> 32), mixed));
    }

    private void CheckCounts(Func<long> count)
    {
        var expected = new Dictionary<int, long>();
        for (_next = 0; _next < CheckedRequests;)
        {
            int account = _traffic.At(_next);
            long sum = expected[account] = expected.GetValueOrDefault(account) + 1;
            if (count() is var counted && counted != sum)
            {
                throw new InvalidOperationException($"{count.Method.Name} counts {counted} requests of an account that sent {sum}.");
            }
        }
    }

    private long Update(SubjectKey key)
    {
        SubjectHandle handle = _table.Hold(key);
        ref UsageCount count = ref handle.Profile(SubjectKind.Account).State(_slot);
        count.LastTicks = Math.Max(count.LastTicks, _ticks);
        long requests = ++count.Requests;
        handle.Release();
        return requests;
    }
}
