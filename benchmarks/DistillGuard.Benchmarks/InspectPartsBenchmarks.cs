// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Apis;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Detectors.RateAnomaly;
using DistillGuard.Geo;
using DistillGuard.Geo.Tables;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Features;
using DistillGuard.Verdicts;

namespace DistillGuard.Benchmarks;

/// <summary>
/// Where the time of one request goes: the whole, then each part on its own, in the order they run. 4 KB of English, 100,000 accounts
/// in turn. Making the request and its caller is part of every row that needs them.
/// </summary>
public class InspectPartsBenchmarks
{
    private readonly SubjectHasher _hasher = new(SampleCallers.Secret);
    private readonly RequestBuffer _buffer = new();
    private readonly RequestBuffer _read = new();
    private readonly RuleSet _rules = BuiltInRuleSets.Load();
    private readonly MatchScratch _scratch = new();
    private readonly FusionPolicy _policy = new(new FusionOptions());
    private readonly SampleBody _body = new(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 4096));
    private SampleGuard _sample = null!;
    private SubjectMemory _memory = null!;
    private RateAnomalyDetector _rate = null!;
    private GeoOriginDetector _origin = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var layout = new SubjectLayout();
        _rate = new RateAnomalyDetector(new RateAnomalyOptions(), layout);
        _origin = new GeoOriginDetector(
            new GeoOriginOptions(),
            new AddressOriginResolver([CountryTable.Embedded]),
            layout.Reserve<GeoOriginState>(SubjectKind.Account));
        _memory = new SubjectMemory(layout, new GuardOptions());
        _sample = SampleGuard.Warm(SampleGuard.UsualLoad, hasGroups: true);
        _ = RequestReader.Read(_body.Api, _body.Utf8, _read);
        _ = Whole();
        for (int i = 0; i < SampleGuard.Accounts; i++)
        {
            _ = HashHoldRateAnomaly();
            _ = HashHoldGeoOrigin();
        }
    }

    [Benchmark(Baseline = true)]
    public VerdictLevel Whole()
    {
        InferenceRequest request = _sample.Next(_body.Api);
        return _sample.Guard.Inspect(in request, _body.Utf8).Level;
    }

    [Benchmark]
    public bool ReadBody() => RequestReader.Read(_body.Api, _body.Utf8, _buffer).IsRead;

    [Benchmark]
    public int CountText()
    {
        var features = default(PromptFeatures);
        PromptFeatureReader.Measure(_read.Content, ref features);
        return features.Text.Words;
    }

    [Benchmark]
    public bool MatchRules()
    {
        var hits = default(RuleHits);
        _rules.Match(_read.Content, _scratch, ref hits);
        return hits.IsEmpty;
    }

    [Benchmark]
    public long MakeRequest() => _sample.Next(_body.Api).Time.UtcTicks;

    [Benchmark]
    public ulong Hash()
    {
        InferenceRequest request = _sample.Next(_body.Api);
        return _hasher.Hash(request.Caller).Cohort.Low;
    }

    [Benchmark]
    public bool HashHold()
    {
        InferenceRequest request = _sample.Next(_body.Api);
        HeldSubjects held = _memory.Hold(_hasher.Hash(request.Caller));
        held.Release();
        return true;
    }

    [Benchmark]
    public int HashHoldRateAnomaly() => Detect(_rate);

    [Benchmark]
    public int HashHoldGeoOrigin() => Detect(_origin);

    [Benchmark]
    public float FuseAndVerdict()
    {
        var signals = default(SignalBuffer);
        var keys = default(SubjectKeys);
        var verdict = new Verdict(in signals, _policy.Fuse(signals.Signals), _policy.Bar, in keys, 1, default);
        return verdict.Score;
    }

    private int Detect(IDistillationDetector detector)
    {
        InferenceRequest request = _sample.Next(_body.Api);
        var features = default(PromptFeatures);
        var signals = default(SignalBuffer);
        HeldSubjects held = _memory.Hold(_hasher.Hash(request.Caller));
        detector.Inspect(new InspectionContext(in request, in features, held.Profiles), ref signals);
        held.Release();
        return signals.Count;
    }
}
