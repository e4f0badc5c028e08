// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Detectors.CoordinatedTiming;
using DistillGuard.Detectors.LinkedAccounts;
using DistillGuard.Detectors.QuestionBank;
using DistillGuard.Detectors.Regrowth;
using DistillGuard.Detectors.ReleasePivot;
using DistillGuard.Detectors.SamplingShape;
using DistillGuard.Detectors.TemplateContent;
using DistillGuard.Detectors.TemplateReuse;
using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Benchmarks.Groups;

/// <summary>One analyzer over one candidate group, 20 exchanges a member dealt out in turn: what a look costs for each of them.</summary>
public class GroupAnalyzerBenchmarks
{
    private const int ExchangesPerMember = 20;

    private readonly GroupPopulation _population = new();
    private IGroupAnalyzer _analyzer = null!;
    private GroupMember[] _members = [];
    private GroupExchange[] _exchanges = [];
    private SignalBuffer _signals;

    [Params(
        TemplateReuseAnalyzer.AnalyzerName,
        TemplateContentAnalyzer.AnalyzerName,
        LinkedAccountsAnalyzer.AnalyzerName,
        CoordinatedTimingAnalyzer.AnalyzerName,
        RegrowthAnalyzer.AnalyzerName,
        ReleasePivotAnalyzer.AnalyzerName,
        SamplingShapeAnalyzer.AnalyzerName,
        QuestionBankAnalyzer.AnalyzerName)]
    public string Analyzer { get; set; } = TemplateReuseAnalyzer.AnalyzerName;

    [Params(60, 5_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _analyzer = Analyzer switch
        {
            TemplateReuseAnalyzer.AnalyzerName => new TemplateReuseAnalyzer(new TemplateReuseOptions()),
            TemplateContentAnalyzer.AnalyzerName => new TemplateContentAnalyzer(new TemplateContentOptions()),
            LinkedAccountsAnalyzer.AnalyzerName => new LinkedAccountsAnalyzer(new LinkedAccountsOptions()),
            CoordinatedTimingAnalyzer.AnalyzerName => new CoordinatedTimingAnalyzer(new CoordinatedTimingOptions()),
            RegrowthAnalyzer.AnalyzerName => new RegrowthAnalyzer(new RegrowthOptions()),
            ReleasePivotAnalyzer.AnalyzerName => new ReleasePivotAnalyzer(new ReleasePivotOptions()),
            SamplingShapeAnalyzer.AnalyzerName => new SamplingShapeAnalyzer(new SamplingShapeOptions()),
            _ => new QuestionBankAnalyzer(new QuestionBankOptions()),
        };
        long start = Samples.SampleCallers.Start.UtcTicks;
        _members = [.. Enumerable.Range(0, Members).Select(i => Member(i, start))];
        _exchanges = [.. Enumerable.Range(0, Members * ExchangesPerMember).Select(i => Exchange(i, start))];
        foreach (GroupMember member in _members)
        {
            _population.NoteAccount(member.CreatedTicks);
        }
    }

    [Benchmark]
    public int Analyze()
    {
        _signals = default;
        var view = new GroupView
        {
            Members = _members,
            Exchanges = _exchanges,
            Organizations = Members,
            UndeclaredOrganizations = Members,
            Pieces = 6,
            Pool = Analyzer == QuestionBankAnalyzer.AnalyzerName ? PoolKind.Questions : PoolKind.None,
            Alikeness = 0.5,
            Ticks = _exchanges[^1].Ticks,
            Candidates = 100,
            Population = _population,
        };
        _analyzer.Analyze(in view, ref _signals);
        return _signals.Signals.Length;
    }

    private static GroupMember Member(int i, long start) => new()
    {
        Organization = i,
        Exchanges = ExchangesPerMember,
        AllExchanges = 2 * ExchangesPerMember,
        FirstTicks = start,
        LastTicks = start + TimeSpan.TicksPerDay,
        CreatedTicks = start - (i % 300 * TimeSpan.TicksPerDay),
        SuspendedTicks = i % 20 == 0 ? start + TimeSpan.TicksPerHour : 0,
    };

    private GroupExchange Exchange(int i, long start) => new()
    {
        Ticks = start + (i * (TimeSpan.TicksPerDay / (Members * ExchangesPerMember))),
        Member = i % Members,
        Model = 1,
        Parameters = 1,
        Text = (uint)i,
        ContentWeight = 1,
    };
}
