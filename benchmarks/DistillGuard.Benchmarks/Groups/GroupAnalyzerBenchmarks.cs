// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Attributes;
using DistillGuard.Detectors.CoordinatedTiming;
using DistillGuard.Detectors.Coverage;
using DistillGuard.Detectors.DistributionShift;
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
    private const int MostTied = 256;

    private readonly GroupPopulation _population = new();
    private IGroupAnalyzer _analyzer = null!;
    private GroupMember[] _members = [];
    private GroupExchange[] _exchanges = [];
    private GroupHabits _habits = GroupHabits.None;
    private SignalBuffer _signals;

    [Params(
        TemplateReuseAnalyzer.AnalyzerName,
        TemplateContentAnalyzer.AnalyzerName,
        LinkedAccountsAnalyzer.AnalyzerName,
        CoordinatedTimingAnalyzer.AnalyzerName,
        RegrowthAnalyzer.AnalyzerName,
        ReleasePivotAnalyzer.AnalyzerName,
        SamplingShapeAnalyzer.AnalyzerName,
        QuestionBankAnalyzer.AnalyzerName,
        DistributionShiftAnalyzer.AnalyzerName,
        CoverageAnalyzer.AnalyzerName)]
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
            DistributionShiftAnalyzer.AnalyzerName => new DistributionShiftAnalyzer(new DistributionShiftOptions()),
            CoverageAnalyzer.AnalyzerName => new CoverageAnalyzer(new CoverageOptions()),
            _ => new QuestionBankAnalyzer(new QuestionBankOptions()),
        };
        long start = Samples.SampleCallers.Start.UtcTicks;
        _members = [.. Enumerable.Range(0, Members).Select(i => Member(i, start))];
        _exchanges = [.. Enumerable.Range(0, Members * ExchangesPerMember).Select(i => Exchange(i, start))];
        var chance = new Random(1);
        _habits = new GroupHabits
        {
            Members = [.. Enumerable.Range(0, Math.Min(Members, MostTied)).Select(_ => Habit(chance))],
            Peers = [.. Enumerable.Range(0, GroupHabits.MostPeers).Select(_ => Habit(chance))],
        };
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
            Pool = Analyzer switch
            {
                QuestionBankAnalyzer.AnalyzerName => PoolKind.Questions,
                DistributionShiftAnalyzer.AnalyzerName => PoolKind.Links,
                _ => PoolKind.None,
            },
            Habits = _habits,
            Alikeness = 0.5,
            Ticks = _exchanges[^1].Ticks,
            Candidates = 100,
            Population = _population,
        };
        _analyzer.Analyze(in view, ref _signals);
        return _signals.Signals.Length;
    }

    // Nothing odd: what nearly every group costs.
    private static AccountHabit Habit(Random chance) => new()
    {
        Change = Enumerable.Range(0, AccountHabit.Dimensions).Select(_ => (float)chance.Next(-200, 200)).ToArray(),
        Topics = Enumerable.Range(0, 8).Select(_ => (ushort)chance.Next(65_536)).ToArray(),
    };

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
