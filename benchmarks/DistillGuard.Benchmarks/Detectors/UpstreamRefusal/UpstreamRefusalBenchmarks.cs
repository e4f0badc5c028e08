// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Detectors.UpstreamRefusal;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Detectors.UpstreamRefusal;

/// <summary>
/// The detector alone with account and cohort held: 1,000 accounts in turn with prompts of 4 KB, of which one in fifty is refused. The stock part
/// is a counter of refusals an account, which counts retries, forgets nothing and compares with nobody.
/// </summary>
public class UpstreamRefusalBenchmarks
{
    private const int Accounts = 1000;
    private const int RequestsPerRefusal = 50;
    private const long Step = TimeSpan.TicksPerMillisecond * 100;

    private readonly ConcurrentDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly RequestBuffer _content = new();
    private AccountTraffic _traffic = null!;
    private UpstreamRefusalDetector _detector = null!;
    private SubjectMemory _memory = null!;
    private SubjectHasher _hasher = null!;
    private SubjectKey _cohort;
    private long _ticks;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        _traffic = new AccountTraffic(Accounts, KeySpread.Uniform);
        _content.Add(MessageRole.User, string.Concat(Enumerable.Repeat("Which rivers flow through the city? ", 114)));
        var layout = new SubjectLayout();
        _detector = new UpstreamRefusalDetector(new UpstreamRefusalOptions(), layout);
        _memory = new SubjectMemory(layout, new GuardOptions());
        _hasher = new SubjectHasher(SampleCallers.Secret);
        _cohort = new SubjectKey(1, 2);
        _ticks = SampleCallers.Start.UtcTicks;
        for (int i = 0; i < 36 * Accounts; i++)
        {
            _ = DistillGuardRequest();
            _ = DistillGuardResponse();
            _ = StockCounter();
        }
    }

    [Benchmark(Baseline = true)]
    public int StockCounter()
    {
        int turn = _next++;
        return _refusals.AddOrUpdate(
            _traffic.Ids[_traffic.At(turn)],
            static (_, refused) => refused,
            static (_, count, refused) => count + refused,
            turn % RequestsPerRefusal == 0 ? 1 : 0);
    }

    [Benchmark]
    [HotPath]
    public int DistillGuardRequest()
    {
        _ticks += Step;
        int account = _traffic.At(_next++);
        var request = new InferenceRequest
        {
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Caller = new Caller { Account = _traffic.Ids[account] },
            Content = _content.Content,
        };
        var features = default(PromptFeatures);
        var signals = default(SignalBuffer);
        SubjectKeys keys = Keys(account);
        HeldSubjects held = _memory.Hold(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.RequestRoom);
        _detector.Inspect(
            new InspectionContext(in request, in features, held.ProfilesWith(in keys, ref signatures)), ref signals);
        signatures.Release();
        held.Release();
        return signals.Count;
    }

    [Benchmark]
    [HotPath]
    public long DistillGuardResponse()
    {
        _ticks += Step;
        int turn = _next++;
        SubjectKeys keys = Keys(_traffic.At(turn));
        var outcome = new InferenceOutcome
        {
            Subjects = keys,
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Status = 200,
            OutputTokens = 300,
            Refusal = turn % RequestsPerRefusal == 0 ? "reasoning_extraction"u8 : default,
        };
        HeldSubjects held = _memory.HoldKnown(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.ResponseRoom);
        _detector.Observe(in outcome, held.ProfilesWith(in keys, ref signatures));
        signatures.Release();
        held.Release();
        return _ticks;
    }

    private SubjectKeys Keys(int account) => new() { Account = _traffic.Keys[account], Cohort = _cohort, Exchange = _next };
}
