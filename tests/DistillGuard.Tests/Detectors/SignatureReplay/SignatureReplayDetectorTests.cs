// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>The attack, and what holds it apart from accidents.</summary>
public sealed class SignatureReplayDetectorTests : DetectorContract
{
    private const string Replayed = "protocol.reasoning-replayed";
    private const string Moved = "protocol.reasoning-moved";

    [Test]
    public void Inspect_TwoRequestsEachWithAnothersReasoning_AccusesOnThatAlone()
    {
        Traffic traffic = NewTraffic();

        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        Signal signal = traffic.Last.ShouldHaveSignal(Replayed);
        Assert.That(
            (signal.Weight, signal.Measure, signal.Limit, traffic.Last.Level, traffic.Last.Families),
            Is.EqualTo((14f, 2f, 2f, VerdictLevel.High, SignalFamilies.Protocol)));
    }

    [Test]
    public void Inspect_OneRequestWithAnothersReasoning_AccusesNobody()
    {
        Traffic traffic = NewTraffic();

        traffic.Member("source", "acme").Receives(ReplayScripts.Blob(0));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blob(0));

        Assert.That(traffic.Last.ShouldHaveSignal(Moved).Weight, Is.EqualTo(2));
        traffic.Last.ShouldNotAccuse();
    }

    [Test]
    public void Inspect_AccountsWithoutOrganization_AreOrganizationsOfTheirOwn()
    {
        Traffic traffic = NewTraffic();

        traffic.From("source").Receives(ReplayScripts.Blobs(0, 2));
        traffic.From("sender").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    [TestCase(1e-3)]
    [TestCase(1e-4)]
    [TestCase(1e-5)]
    [TestCase(1e-6)]
    public void Inspect_AnyUsualBudget_TwoAccuseAndOneDoesNot(double budget)
    {
        var traffic = new Traffic(builder => builder
            .Configure(options => options.Fusion.Budget = new FalseAlarmBudget(budget))
            .AddSignatureReplay());
        var levels = new List<bool>();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));
        traffic.Watch(verdict => levels.Add(verdict.Verdict.Level != VerdictLevel.None));

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        Assert.That(levels, Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void Inspect_SameReasoningSentAgainAndAgain_CountsOnce()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blob(0));

        traffic.Member("sender", "zeta").Send(50, ReplayScripts.Minute, new Exchange { CarriedReasoning = [ReplayScripts.Blob(0)] });

        Assert.That(traffic.Last.ShouldHaveSignal(Moved).Measure, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_ManyOfAnothersInOneRequest_CountOnce()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 40));

        traffic.Member("sender", "zeta").Send(2, ReplayScripts.Minute, new Exchange { CarriedReasoning = ReplayScripts.Blobs(0, 40) });

        Assert.That(traffic.Last.ShouldHaveSignal(Moved).Measure, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_FirstRequestFullOfAnothersReasoning_DoesNotHideTheNextOnesForEver()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 1_000));
        traffic.Member("sender", "zeta").Send(1, ReplayScripts.Minute, new Exchange { CarriedReasoning = ReplayScripts.Blobs(0, 600) });

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(600, 400));

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Inspect_TwoAccountsReplayEachOthers_BothAreAccused()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("one", "acme").Receives(ReplayScripts.Blobs(0, 2));
        traffic.Member("two", "zeta").Receives(ReplayScripts.Blobs(2, 2));

        traffic.Member("one", "acme").Carries(ReplayScripts.Blobs(2, 2));
        traffic.Last.ShouldHaveSignal(Replayed);
        traffic.Member("two", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Inspect_AccountWhoseReasoningWasReplayed_IsNotSpokenOf()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("victim", "acme").Receives(ReplayScripts.Blobs(0, 5));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 5));

        traffic.Member("victim", "acme").Carries(ReplayScripts.Blobs(0, 5));

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Inspect_OrdinaryRequestOfAnAccusedAccount_SaysNothingNew()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));
        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        traffic.Member("sender", "zeta").Send(1);

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Inspect_BlobsLongerThanAreHashedWhole_AreRecognised()
    {
        string[] blobs = [.. ReplayScripts.Blobs(0, 2).Select(blob => string.Concat(Enumerable.Repeat(blob, 100)))];
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(blobs);

        traffic.Member("sender", "zeta").Carries(blobs);

        traffic.Last.ShouldHaveSignal(Replayed);
    }

    [Test]
    public void Inspect_MoreBlobsThanAreLookedAt_SeesTheNewest()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 1));

        traffic.Member("sender", "zeta").Send(1, ReplayScripts.Minute, new Exchange
        {
            CarriedReasoning = [.. ReplayScripts.Blobs(1, 5_000), ReplayScripts.Blob(0)],
        });

        traffic.Last.ShouldHaveSignal(Moved);
    }

    [Test]
    public void Explain_Accused_SaysWhyOneKindIsEnoughAndWhoMayBeTheVictim()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 2));

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 2));

        Assert.That(
            traffic.Last.Explain(),
            Does.StartWith("High: far above the bar, on evidence that needs no second kind").And.Contains("victim of a leak"));
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddSignatureReplay();

    protected override void SendAttack(Traffic traffic)
    {
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 40));
        traffic.Member("first", "zeta").Carries(ReplayScripts.Blobs(0, 30));
        traffic.Member("second", "eta").Carries(ReplayScripts.Blob(1));
        traffic.Member("third", "theta").Carries(ReplayScripts.Blobs(5_000, 2));
        traffic.Member("fourth", "iota").Carries(ReplayScripts.Blobs(5_000, 2));
    }

    protected override void SendBenign(Traffic traffic) => traffic.Interleave(
        resumed => resumed.Member("resumed", "one").Talks(100, 10).Advance(TimeSpan.FromDays(3))
            .Member("resumed", "one").Talks(110, 10, ReplayScripts.Blobs(100, 10)),
        forked => forked.From("forked").Talks(200, 10)
            .From("forked").Talks(220, 5, ReplayScripts.Blobs(200, 4)),
        rotated => rotated.Member("rotated", "three", "key-1").Talks(300, 10)
            .Member("rotated", "three", "key-2").Talks(310, 10, ReplayScripts.Blobs(300, 10)),
        failedOver => failedOver.Member("primary", "four").Talks(400, 10)
            .Member("standby", "four").Talks(410, 10, ReplayScripts.Blobs(400, 10))
            .Member("primary", "four").Talks(420, 10, ReplayScripts.Blobs(400, 20)),
        joined => joined.From("joined").Talks(500, 10)
            .Member("joined", "five").Talks(510, 10, ReplayScripts.Blobs(500, 10)),
        placeholders => placeholders.Accounts(6, "gemini").Send(2, ReplayScripts.Minute, new Exchange
        {
            CarriedReasoning = ["skip_thought_signature_validator", "context_engineering_is_the_way_to_go", "sig_1", ""],
        }));

    private static Traffic NewTraffic() => new(builder => builder.AddSignatureReplay());
}
