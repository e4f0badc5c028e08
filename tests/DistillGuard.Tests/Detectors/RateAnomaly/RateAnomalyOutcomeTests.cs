// SPDX-License-Identifier: MIT

using DistillGuard.Testing;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>
/// A vendor's own review bot was blocked on every request; the block caused retries, and the retries raised the
/// velocity that had caused the block. What is turned away must never raise a measure.
/// </summary>
public sealed class RateAnomalyOutcomeTests
{
    [TestCase(429)]
    [TestCase(403)]
    [TestCase(503)]
    public void Observe_RetryStorm_NeverRaisesAMeasure(int status)
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("bot");
        traffic.From("bot", RateScripts.Plan).Send(12, every: TimeSpan.FromMinutes(3));

        traffic.From("bot", RateScripts.Plan)
            .Send(5_000, every: TimeSpan.FromSeconds(2), status: status, outputTokens: 0);

        Assert.That(signals, Is.Empty);
    }

    [Test]
    public void Observe_RetryStormOfTwoDays_IsNoStretchOfUse()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        HashSet<string> signals = traffic.SignalsOf("bot");

        traffic.From("bot", RateScripts.Plan).Send(2_880, every: TimeSpan.FromMinutes(1), status: 429, outputTokens: 0);

        Assert.That(signals, Is.Empty);
    }

    [Test]
    public void Observe_SameStormServed_IsHeard()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("bot", RateScripts.Plan).Send(5_000, every: TimeSpan.FromSeconds(2));

        traffic.Last.ShouldHaveSignal("volume.requests-above-cohort");
    }

    [Test]
    public void Observe_RetriesOfEveryPeer_LeaveTheHeavyAccountRare()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();
        for (int i = 0; i < 20; i++)
        {
            traffic.From($"retrier-{i}", RateScripts.Plan)
                .Send(200, every: TimeSpan.FromSeconds(1), status: 429, outputTokens: 0);
        }

        traffic.From("heavy", RateScripts.Plan).Send(300, every: TimeSpan.FromSeconds(1));

        traffic.Last.ShouldHaveSignal("volume.requests-above-cohort");
    }

    // Reading an answer to its last token and cutting the connection then must not be a way to stay uncounted.
    [Test]
    public void Observe_AnswerBilledThenCutOff_Counts()
    {
        Traffic traffic = RateScripts.NewTraffic().SendPeersDay();

        traffic.From("cutter", RateScripts.Plan)
            .Send(500, every: TimeSpan.FromSeconds(1), status: 499, outputTokens: 900);

        traffic.Last.ShouldHaveSignal("volume.requests-above-cohort");
    }

    [Test]
    public void Observe_NoOutcomesAtAll_StillHearsRequests()
    {
        Traffic traffic = RateScripts.NewTraffic();
        traffic.ObservesOutcomes = false;

        traffic.SendPeersDay().From("heavy", RateScripts.Plan).Send(500, every: TimeSpan.FromSeconds(1));

        traffic.Last.ShouldHaveSignal("volume.requests-above-cohort");
    }
}
