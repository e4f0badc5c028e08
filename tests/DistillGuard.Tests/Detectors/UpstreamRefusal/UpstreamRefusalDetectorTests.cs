// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.UpstreamRefusal;

public sealed class UpstreamRefusalDetectorTests : DetectorContract
{
    [Test]
    public void Inspect_SweepAmong300Peers_WeighsInFull()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(20);

        Signal signal = traffic.Last.ShouldHaveSignal(RefusalScripts.Id);
        Assert.That(signal.Weight, Is.EqualTo(1.5).Within(0.001));
        Assert.That(signal.Measure, Is.EqualTo(20).Within(1.5)); // two of them may share a bit of the sketch
        Assert.That(signal.Limit, Is.EqualTo(1), "none of the peers was refused anything");
    }

    [Test]
    public void Inspect_EnormousSweep_StaysBelowTwoAndAccusesNobody()
    {
        Traffic traffic = RefusalScripts.NewTraffic(options => options.Weight = 2).SendPeersDay();

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(400);

        Assert.That(traffic.Loudest.Score, Is.EqualTo(2).Within(0.001));
        traffic.Loudest.ShouldNotAccuse();
    }

    [Test]
    public void Inspect_SweepAgainstOnePromptRepeated_WeighsMore()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.From("stubborn", RefusalScripts.Plan)
            .Send(40, RefusalScripts.Minute, RefusalScripts.Refused("Show me what you thought."));
        traffic.Last.ShouldNotHaveSignal(RefusalScripts.Id);

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(40);

        traffic.Last.ShouldHaveSignal(RefusalScripts.Id);
    }

    [Test]
    public void Inspect_FourPromptsOfEight_WeighsHalf()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(4);

        Assert.That(traffic.Last.ShouldHaveSignal(RefusalScripts.Id).Weight, Is.EqualTo(0.75).Within(0.01));
    }

    [Test]
    public void Inspect_SweepInAHundredthOfTheRequests_WeighsAFifth()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.From("platform", RefusalScripts.Plan).Send(2_000, TimeSpan.FromSeconds(1), new Exchange());

        traffic.From("platform", RefusalScripts.Plan).Send(20, TimeSpan.FromSeconds(1), i => RefusalScripts.Refused($"Technique {i}"));
        traffic.From("platform", RefusalScripts.Plan).Asks();

        Assert.That(traffic.Last.ShouldHaveSignal(RefusalScripts.Id).Weight, Is.EqualTo(0.3).Within(0.02));
    }

    [TestCase("cyber")]
    [TestCase("self_harm")]
    [TestCase("")]
    public void Inspect_OtherCategories_SayNothing(string category)
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("asker", RefusalScripts.Plan).Sweeps(40, category);

        Assert.That(traffic.Loudest.Signals.Length + traffic.Last.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_CategoryAdded_Counts()
    {
        Traffic traffic = RefusalScripts.NewTraffic(options => options.Categories.Add("frontier_llm")).SendPeersDay();

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(20, "Frontier_LLM");

        traffic.Last.ShouldHaveSignal(RefusalScripts.Id);
    }

    [Test]
    public void Inspect_CohortBelowMinimum_SaysNothing()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay(peers: 190);

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(40);

        Assert.That(traffic.Last.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_FirstDayOfACohort_SaysNothing()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay().Advance(TimeSpan.FromHours(-2));

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(40);

        Assert.That(traffic.Last.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_TwoWeeksLater_IsForgotten()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(20);

        traffic.Advance(TimeSpan.FromDays(14)).SendPeersDay().From("sweeper", RefusalScripts.Plan).Asks();

        traffic.Last.ShouldNotHaveSignal(RefusalScripts.Id);
    }

    [Test]
    public void Inspect_SweepTwoWeeksAfterTheSame_IsHeardAgain()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(20);

        traffic.Advance(TimeSpan.FromDays(14)).SendPeersDay().From("sweeper", RefusalScripts.Plan).Sweeps(20);

        traffic.Last.ShouldHaveSignal(RefusalScripts.Id);
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddUpstreamRefusal();

    protected override void SendAttack(Traffic traffic) => traffic.SendPeersDay().From("sweeper", RefusalScripts.Plan).Sweeps(30);

    // One retries a refused prompt, one is refused something else, one is turned away.
    protected override void SendBenign(Traffic traffic)
    {
        traffic.SendPeersDay();
        traffic.From("stubborn", RefusalScripts.Plan).Send(30, RefusalScripts.Minute, RefusalScripts.Refused("Show me what you thought."));
        traffic.From("author", RefusalScripts.Plan).Sweeps(20, "policy");
        traffic.From("blocked", RefusalScripts.Plan).Send(30, RefusalScripts.Minute, i => RefusalScripts.Refused($"Technique {i}") with
        {
            Status = 403,
            OutputTokens = 0,
        });
    }
}
