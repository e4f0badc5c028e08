// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using System.Text;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Detectors.SignatureReplay;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Detectors.SignatureReplay;

/// <summary>
/// The detector alone with the account held: 1,000 accounts in turn, each request with the account's own four blobs of 192 bytes, each
/// response with one more. The stock part is an unbounded dictionary from blob to account that forgets nothing.
/// </summary>
public class SignatureReplayBenchmarks
{
    private const int Accounts = 1000;
    private const int BlobsPerAccount = 4;
    private const int BlobBytes = 192;
    private const long Step = TimeSpan.TicksPerMillisecond * 100;

    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly SubjectHasher _hasher = new(SampleCallers.Secret);
    private readonly RequestBuffer[] _requests = new RequestBuffer[Accounts];
    private readonly byte[][] _blobs = new byte[Accounts][];
    private readonly int[] _ends = [BlobBytes];
    private AccountTraffic _traffic = null!;
    private SignatureReplayDetector _detector = null!;
    private SubjectMemory _memory = null!;
    private long _ticks;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(20_260_105);
        _traffic = new AccountTraffic(Accounts, KeySpread.Uniform);
        for (int account = 0; account < Accounts; account++)
        {
            _requests[account] = new RequestBuffer();
            for (int i = 0; i < BlobsPerAccount; i++)
            {
                _blobs[account] = MakeBlob(random);
                _requests[account].Add(MessageRole.Assistant, _blobs[account], TextKind.ReasoningBlob, i);
            }
        }

        var layout = new SubjectLayout();
        _detector = new SignatureReplayDetector(new SignatureReplayOptions(), layout);
        _memory = new SubjectMemory(layout, new GuardOptions());
        _ticks = SampleCallers.Start.UtcTicks;
        for (int i = 0; i < 4 * Accounts; i++)
        {
            _ = DistillGuardRequest();
            _ = DistillGuardResponse();
            _ = StockDictionary();
        }
    }

    [Benchmark(Baseline = true)]
    public int StockDictionary()
    {
        int account = _traffic.At(_next++);
        string id = _traffic.Ids[account];
        int foreign = 0;
        foreach (TextPart part in _requests[account].Content.Parts)
        {
            string blob = Encoding.ASCII.GetString(_requests[account].Content[part]);
            foreign += _owners.GetOrAdd(blob, id) == id ? 0 : 1;
        }

        return foreign;
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
            Content = _requests[account].Content,
        };
        var features = default(PromptFeatures);
        var signals = default(SignalBuffer);
        var keys = new SubjectKeys { Account = _traffic.Keys[account] };
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
        int account = _traffic.At(_next++);
        var keys = new SubjectKeys { Account = _traffic.Keys[account] };
        var outcome = new InferenceOutcome
        {
            Subjects = keys,
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Status = 200,
            ReasoningSignatures = new ReasoningSignatures(_blobs[account], _ends),
        };
        HeldSubjects held = _memory.HoldKnown(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.ResponseRoom);
        _detector.Observe(in outcome, held.ProfilesWith(in keys, ref signatures));
        signatures.Release();
        held.Release();
        return _ticks;
    }

    private static byte[] MakeBlob(Random random)
    {
        byte[] sealedThought = new byte[BlobBytes / 4 * 3];
        random.NextBytes(sealedThought);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(sealedThought));
    }
}
