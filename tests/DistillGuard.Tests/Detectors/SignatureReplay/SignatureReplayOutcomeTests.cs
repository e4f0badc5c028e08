// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What answers and their absence do: blocks, retries, requests in flight, time.</summary>
public sealed class SignatureReplayOutcomeTests
{
    private const string Replayed = "protocol.reasoning-replayed";
    private const string Moved = "protocol.reasoning-moved";

    [Test]
    public void Observe_ReplaysTurnedAway_DoNotAddUp()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 20));

        traffic.Member("sender", "zeta").CarriesInVain(ReplayScripts.Blobs(0, 20));

        Assert.That(traffic.Last.ShouldHaveSignal(Moved).Measure, Is.EqualTo(1));
    }

    [Test]
    public void Observe_TurnedAwayFirstAndAnsweredThen_CountsAsAnswered()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));
        traffic.Member("sender", "zeta").CarriesInVain(ReplayScripts.Blobs(0, 2));

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Observe_BlockedAfterTheAccusation_TakesTheEarlierReplaysBackNotAtAll()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 9));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Member("sender", "zeta").CarriesInVain(ReplayScripts.Blobs(2, 7));

        Assert.That(traffic.Last.ShouldHaveSignal(Replayed).Measure, Is.EqualTo(3));
    }

    [Test]
    public void Observe_FailedRequestSentAlong_TakesNothingOfAnotherBack()
    {
        DistillationGuard guard = BuildWithIssued(2);

        Verdict replay = Carry(guard, "sender", ReplayScripts.Blob(0));
        Verdict decoy = Carry(guard, "sender");
        guard.Observe(Samples.Outcome(decoy.Subjects, status: 400));
        guard.Observe(Samples.Outcome(replay.Subjects));
        Verdict second = Carry(guard, "sender", ReplayScripts.Blob(1));

        second.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Observe_AnsweredReplayReportedAsFailedAfterwards_StaysCounted()
    {
        DistillationGuard guard = BuildWithIssued(2);

        Verdict replay = Carry(guard, "sender", ReplayScripts.Blob(0));
        guard.Observe(Samples.Outcome(replay.Subjects));
        guard.Observe(Samples.Outcome(replay.Subjects, status: 500));
        Verdict second = Carry(guard, "sender", ReplayScripts.Blob(1));

        second.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Observe_ResponseTurnedAway_IssuesNothing()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Send(1, ReplayScripts.Minute, new Exchange
        {
            IssuedReasoning = [ReplayScripts.Blob(0)],
            Status = 500,
            OutputTokens = 0,
        });

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blob(0));

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Observe_AnswerCutOffAfterItWasBilled_IssuesItsReasoning()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Send(1, ReplayScripts.Minute, new Exchange
        {
            IssuedReasoning = [ReplayScripts.Blob(0)],
            Status = 499,
            OutputTokens = 80,
        });

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blob(0));

        traffic.Last.ShouldHaveSignal(Moved);
    }

    [TestCase(29, true)]
    [TestCase(31, false)]
    public void Inspect_SignatureUnseenForSomeDays_IsRememberedForThirty(int days, bool isHeard)
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blob(0));

        traffic.Advance(TimeSpan.FromDays(days)).Member("sender", "zeta").Carries(ReplayScripts.Blob(0));

        Assert.That(traffic.Signals.Length > 0, Is.EqualTo(isHeard));
    }

    [Test]
    public void Inspect_SignatureItsOwnerKeepsSending_IsRememberedOn()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blob(0));
        traffic.Advance(TimeSpan.FromDays(20)).Member("source", "acme").Carries(ReplayScripts.Blob(0));

        traffic.Advance(TimeSpan.FromDays(20)).Member("sender", "zeta").Carries(ReplayScripts.Blob(0));

        traffic.Last.ShouldHaveSignal(Moved);
    }

    [Test]
    public void Inspect_ReplaysMonthsApart_DoNotAddUp()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blob(0));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blob(0));
        traffic.Advance(TimeSpan.FromDays(31)).Member("source", "acme").Receives(ReplayScripts.Blob(1));

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blob(1));

        Assert.That(traffic.Last.ShouldHaveSignal(Moved).Measure, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_TimeRunsBackALittle_StillCounts()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));

        traffic.Advance(TimeSpan.FromHours(-2)).Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    private static Traffic NewTraffic() => new(builder => builder.AddSignatureReplay());

    private static DistillationGuard BuildWithIssued(int count)
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, count));
        return traffic.Guard;
    }

    private static Verdict Carry(DistillationGuard guard, string account, params string[] blobs)
    {
        var content = new RequestBuffer();
        foreach (string blob in blobs)
        {
            content.Add(MessageRole.Assistant, blob, TextKind.ReasoningBlob);
        }

        return guard.Inspect(Samples.Request(account, Traffic.Start.AddHours(1), content));
    }
}
