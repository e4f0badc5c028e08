// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Detectors.RelayFanIn;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Detectors.RelayFanIn;

/// <summary>
/// The detector alone with the account held: 1,000 accounts in turn, each with twenty end users and conversations, a client and a network.
/// The stock part is a set of end users an account, which grows with whatever a client makes up and knows neither days nor clients.
/// </summary>
public class RelayFanInBenchmarks
{
    private const int Accounts = 1000;
    private const int EndUsers = 20;
    private const long Step = TimeSpan.TicksPerMillisecond * 100;

    private readonly ConcurrentDictionary<string, HashSet<string>> _seen = new(StringComparer.Ordinal);
    private readonly string[] _endUsers = [.. Enumerable.Range(0, EndUsers).Select(i => $"user_{i:x8}5fae1d9c72b04e31")];
    private readonly string[] _conversations = [.. Enumerable.Range(0, EndUsers).Select(i => $"{i:x8}-5fae-1d9c-72b0-4e317715a0c2")];
    private AccountTraffic _traffic = null!;
    private RelayFanInDetector _detector = null!;
    private SubjectMemory _memory = null!;
    private long _ticks;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        _traffic = new AccountTraffic(Accounts, KeySpread.Uniform);
        var layout = new SubjectLayout();
        _detector = new RelayFanInDetector(new RelayFanInOptions(), layout);
        _memory = new SubjectMemory(layout, new GuardOptions());
        _ticks = SampleCallers.Start.UtcTicks;
        for (int i = 0; i < 2 * EndUsers * Accounts; i++)
        {
            _ = DistillGuard();
            _ = StockSets();
        }
    }

    [Benchmark(Baseline = true)]
    public int StockSets()
    {
        int turn = _next++;
        HashSet<string> seen = _seen.GetOrAdd(_traffic.Ids[_traffic.At(turn)], static _ => new HashSet<string>(StringComparer.Ordinal));
        lock (seen)
        {
            seen.Add(_endUsers[turn / Accounts % EndUsers]);
            return seen.Count;
        }
    }

    [Benchmark]
    [HotPath]
    public int DistillGuard()
    {
        _ticks += Step;
        int turn = _next++;
        int account = _traffic.At(turn);
        int user = turn / Accounts % EndUsers;
        var request = new InferenceRequest
        {
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Caller = SampleCallers.Full(_traffic.Ids[account], _traffic.Ids[account], account << 8),
            EndUser = _endUsers[user],
            Conversation = _conversations[user],
        };
        var features = default(PromptFeatures);
        var signals = default(SignalBuffer);
        HeldSubjects held = _memory.Hold(new SubjectKeys { Account = _traffic.Keys[account] });
        _detector.Inspect(new InspectionContext(in request, in features, held.Profiles), ref signals);
        held.Release();
        return signals.Count;
    }
}
