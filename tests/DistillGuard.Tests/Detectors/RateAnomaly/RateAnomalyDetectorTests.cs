// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Testing;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.RateAnomaly;

public sealed class RateAnomalyDetectorTests : DetectorContract
{
    private const string RequestsId = "volume.requests-above-cohort";
    private const string TokensId = "volume.tokens-above-cohort";
    private const string RampId = "volume.ramp";
    private const string StretchId = "volume.no-rest";

    [Test]
    public void Inspect_CohortBelowMinimum_SaysNothing()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay(peers: 190);

        traffic.From("heavy", RateScripts.Plan).Send(2_000, every: TimeSpan.FromSeconds(1));

        Assert.That(traffic.Loudest.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_HeavyAccountAmong300Peers_SignalsRequests()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("heavy", RateScripts.Plan).Send(500, every: TimeSpan.FromSeconds(1));

        Signal signal = traffic.Last.ShouldHaveSignal(RequestsId);
        Assert.That(signal.Measure, Is.EqualTo(476.7).Within(0.1)); // 500 in 500 s, halved every hour
        Assert.That(signal.Limit, Is.LessThan(20));
    }

    [Test]
    public void Inspect_HeavyAccountAmong300Peers_WeighsOneDayInAbout300()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("heavy", RateScripts.Plan).Send(500, every: TimeSpan.FromSeconds(1));

        // One of 301, most of them a little less than a day old, doubled because the rarer of requests and tokens speaks:
        // -ln(-e p ln p) of 2/301 is 2.40.
        Assert.That(traffic.Last.ShouldHaveSignal(RequestsId).Weight, Is.EqualTo(2.40).Within(0.1));
    }

    [Test]
    public void Inspect_ManyTokensInUsualRequests_SignalsTokensOnly()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("long");

        traffic.From("long", RateScripts.Plan).Send(12, every: TimeSpan.FromMinutes(3), inputTokens: 100_000);

        Assert.That(signals, Is.EquivalentTo(new[] { TokensId }));
    }

    [Test]
    public void Inspect_RequestsAndTokensBothRare_OnlyOneSpeaks()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("heavy", RateScripts.Plan).Send(500, every: TimeSpan.FromSeconds(1), inputTokens: 100_000);

        int spoken = traffic.Signals.Count(signal => signal.Info.Id is RequestsId or TokensId);
        Assert.That(spoken, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_TwentyTimesItsOwnPast_SignalsRamp()
    {
        Traffic traffic = RateScripts.NewTraffic();
        for (int day = 0; day < 5; day++)
        {
            traffic.Interleave(
                peers => peers.SendPeersDay(),
                steady => steady.From("steady", RateScripts.Plan).Send(24, every: TimeSpan.FromHours(1)));
        }

        traffic.From("steady", RateScripts.Plan).Send(240, every: TimeSpan.FromMinutes(1));

        Signal signal = traffic.Last.ShouldHaveSignal(RampId);
        Assert.That(signal.Measure, Is.GreaterThan(2 * signal.Limit));
    }

    // A single request after a quiet day is many times the past rate. Without a floor, peers like these make every ramp
    // usual.
    [Test]
    public void Inspect_RampAmongPeersOfOneRequestADay_IsStillHeard()
    {
        Traffic traffic = RateScripts.NewTraffic();
        for (int day = 0; day < 5; day++)
        {
            traffic.Interleave(
                peers => peers.SendPeersDay(requests: 1),
                steady => steady.From("steady", RateScripts.Plan).Send(24, every: TimeSpan.FromHours(1)));
        }

        traffic.From("steady", RateScripts.Plan).Send(240, every: TimeSpan.FromMinutes(1));

        traffic.Last.ShouldHaveSignal(RampId);
    }

    [Test]
    public void Inspect_SteadySincePlentyOfDays_SignalsNoRamp()
    {
        Traffic traffic = RateScripts.NewTraffic();
        HashSet<string> signals = traffic.SignalsOf("steady");
        for (int day = 0; day < 5; day++)
        {
            traffic.Interleave(
                peers => peers.SendPeersDay(),
                steady => steady.From("steady", RateScripts.Plan).Send(24, every: TimeSpan.FromHours(1)));
        }

        Assert.That(signals, Has.No.Member(RampId));
    }

    [Test]
    public void Inspect_NewAccountAtFullPaceFromItsFirstMinute_IsHeardByRequestsNotRamp()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("new");

        traffic.From("new", RateScripts.Plan).Send(600, every: TimeSpan.FromSeconds(1));

        Assert.That(signals, Does.Contain(RequestsId).And.Not.Contain(RampId));
    }

    [Test]
    public void Inspect_ThirtyHoursWithoutARest_SignalsNoRest()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("awake", RateScripts.Plan).Send(60, every: TimeSpan.FromMinutes(30));

        Assert.That(traffic.Last.ShouldHaveSignal(StretchId).Measure, Is.EqualTo(29).Within(0.01));
    }

    [Test]
    public void Inspect_RestsOfThreeHours_SignalsNothing()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("sleeper");

        for (int stretch = 0; stretch < 12; stretch++)
        {
            traffic.From("sleeper", RateScripts.Plan)
                .Send(2, every: TimeSpan.FromMinutes(30)).Advance(TimeSpan.FromHours(3));
        }

        Assert.That(signals, Is.Empty);
    }

    [Test]
    public void Inspect_HeavyForItsOwnPlanOnly_IsComparedWithItsPlan()
    {
        TimeSpan gap = TimeSpan.FromSeconds(10);
        Traffic traffic = RateScripts.NewTraffic().Interleave(
            large => large.SendPeersDay(plan: "enterprise", requests: 200, every: gap, prefix: "large"),
            small => small.SendPeersDay(plan: "free", requests: 3, prefix: "small"));
        HashSet<string> enterprise = traffic.SignalsOf("enterprise");
        HashSet<string> free = traffic.SignalsOf("free");

        traffic.From("enterprise", "enterprise").Send(100, every: TimeSpan.FromSeconds(10));
        traffic.From("free", "free").Send(100, every: TimeSpan.FromSeconds(10));

        Assert.That(enterprise, Is.Empty);
        Assert.That(free, Has.Member(RequestsId));
    }

    [Test]
    public void Inspect_DeclaredBatch_IsComparedWithBatch()
    {
        TimeSpan gap = TimeSpan.FromSeconds(10);
        Traffic traffic = RateScripts.NewTraffic().Interleave(
            batch => batch.SendPeersDay(declared: DeclaredUses.Batch, requests: 200, every: gap, prefix: "batch"),
            others => others.SendPeersDay());
        HashSet<string> declared = traffic.SignalsOf("declared");
        HashSet<string> undeclared = traffic.SignalsOf("undeclared");
        var job = new Identity { Account = "declared", Plan = RateScripts.Plan, Declared = DeclaredUses.Batch };

        traffic.From(job).Send(200, every: TimeSpan.FromSeconds(10));
        traffic.From("undeclared", RateScripts.Plan).Send(200, every: TimeSpan.FromSeconds(10));

        Assert.That(declared, Is.Empty);
        Assert.That(undeclared, Has.Member(RequestsId));
    }

    [Test]
    public void Inspect_TimeRunsBackwards_IsNeitherRampNorStretch()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("merged");

        traffic.From("merged", RateScripts.Plan).Send(6, every: TimeSpan.FromMinutes(3));
        traffic.Advance(-TimeSpan.FromHours(10)).From("merged", RateScripts.Plan)
            .Send(6, every: TimeSpan.FromMinutes(3));

        Assert.That(signals, Has.No.Member(RampId).And.No.Member(StretchId));
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddRateAnomaly();

    protected override void SendAttack(Traffic traffic) =>
        traffic.SendPeersDay().From("heavy", RateScripts.Plan).Send(500, every: TimeSpan.FromSeconds(1));

    protected override void SendBenign(Traffic traffic) => traffic.SendPeersDay();
}
