// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Detectors.RateAnomaly;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Features;

namespace DistillGuard.Benchmarks.Detectors.RateAnomaly;

/// <summary>
/// The detector alone with account and cohort held: 1,000 accounts in turn, a request every 100 ms, the cohort past its minimum.
/// The stock part is a sliding window of one hour an account; it compares with no cohort.
/// </summary>
public class RateAnomalyBenchmarks
{
    private const int Accounts = 1000;
    private const long Step = TimeSpan.TicksPerMillisecond * 100;

    private readonly ConcurrentDictionary<string, Queue<long>> _windows = new(StringComparer.Ordinal);
    private AccountTraffic _traffic = null!;
    private RateAnomalyDetector _detector = null!;
    private SubjectMemory _memory = null!;
    private SubjectKey _cohort;
    private long _ticks;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        _traffic = new AccountTraffic(Accounts, KeySpread.Uniform);
        var layout = new SubjectLayout();
        _detector = new RateAnomalyDetector(new RateAnomalyOptions(), layout);
        _memory = new SubjectMemory(layout, new GuardOptions());
        _cohort = new SubjectKey(1, 2);
        _ticks = SampleCallers.Start.UtcTicks;
        for (int i = 0; i < 36 * Accounts; i++)
        {
            _ = DistillGuard();
            _ = StockSlidingWindow();
        }
    }

    [Benchmark(Baseline = true)]
    public int StockSlidingWindow()
    {
        _ticks += Step;
        Queue<long> window = _windows.GetOrAdd(_traffic.Ids[_traffic.At(_next++)], static _ => new Queue<long>());
        lock (window)
        {
            window.Enqueue(_ticks);
            while (window.Peek() < _ticks - TimeSpan.TicksPerHour)
            {
                window.Dequeue();
            }

            return window.Count;
        }
    }

    [Benchmark]
    [HotPath]
    public int DistillGuard()
    {
        _ticks += Step;
        int account = _traffic.At(_next++);
        var request = new InferenceRequest
        {
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Caller = new Caller { Account = _traffic.Ids[account] },
        };
        var features = default(PromptFeatures);
        var signals = default(SignalBuffer);
        var keys = new SubjectKeys { Account = _traffic.Keys[account], Cohort = _cohort };
        HeldSubjects held = _memory.Hold(in keys);
        _detector.Inspect(new InspectionContext(in request, in features, held.Profiles), ref signals);
        held.Release();
        return signals.Count;
    }
}
