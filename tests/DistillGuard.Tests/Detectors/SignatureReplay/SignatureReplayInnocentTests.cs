// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>Customers who look alike: what they do may be heard, but accuses nobody.</summary>
public sealed class SignatureReplayInnocentTests
{
    [Test]
    public void Inspect_ConversationContinuedOnAnotherAccount_IsHeardOnceAndAccusesNobody()
    {
        Traffic traffic = NewTraffic();
        traffic.From("private").Talks(0, 30);

        traffic.Member("work", "acme").Talks(100, 50, ReplayScripts.Blobs(0, 30));

        Assert.That(traffic.Last.ShouldHaveSignal("protocol.reasoning-moved").Measure, Is.EqualTo(1));
        traffic.Loudest.ShouldNotAccuse();
    }

    [Test]
    public void Inspect_ConversationContinuedAndCutShort_IsHeardOnce()
    {
        Traffic traffic = NewTraffic();
        traffic.From("private").Talks(0, 30);
        traffic.Member("work", "acme").Talks(100, 10, ReplayScripts.Blobs(0, 30));

        traffic.Member("work", "acme").Talks(200, 10, ReplayScripts.Blobs(12, 6)); // compacted, then forked

        Assert.That(traffic.Last.ShouldHaveSignal("protocol.reasoning-moved").Measure, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_OneResponseGivenToSeveralOrganizations_SaysNothing()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("one", "acme").Receives(ReplayScripts.Blobs(0, 3)); // from a cache that organizations share
        traffic.Member("two", "zeta").Receives(ReplayScripts.Blobs(0, 3));

        traffic.Member("three", "eta").Carries(ReplayScripts.Blobs(0, 3));

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Inspect_ReasoningNobodySawIssued_IsTheFirstSenders()
    {
        Traffic traffic = NewTraffic();

        traffic.Member("first", "acme").Carries(ReplayScripts.Blobs(0, 5));
        traffic.Member("colleague", "acme").Carries(ReplayScripts.Blobs(0, 5));

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Inspect_ReasoningThatAnotherSentFirst_WeighsButNeverAccusesByItself()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("first", "acme").Carries(ReplayScripts.Blobs(0, 100));

        traffic.Member("second", "zeta").Carries(ReplayScripts.Blobs(0, 100));

        Signal signal = traffic.Last.ShouldHaveSignal("protocol.reasoning-shared");
        Assert.That((signal.Weight, signal.Info.IsConclusive, traffic.Loudest.Score), Is.EqualTo((2f, false, 2f)));
    }

    [Test]
    public void Inspect_OneThatAnotherSentFirst_WeighsHalf()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("first", "acme").Carries(ReplayScripts.Blob(0));

        traffic.Member("second", "zeta").Carries(ReplayScripts.Blob(0));

        Assert.That(traffic.Last.ShouldHaveSignal("protocol.reasoning-shared").Weight, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_SampleFromDocumentation_SaysNothingOnceFourOthersHaveSentIt()
    {
        Traffic traffic = NewTraffic();
        var heard = new List<bool>();
        traffic.Watch(verdict => heard.Add(verdict.Verdict.Signals.Length > 0));

        traffic.Accounts(8, "reader").Send(1, ReplayScripts.Minute, new Exchange { CarriedReasoning = [ReplayScripts.Blob(0)] });

        Assert.That(heard, Is.EqualTo(new[] { false, true, true, true, false, false, false, false }));
    }

    [Test]
    public void Observe_ReceiverOfWhatAnotherSentFirst_IsTheOwnerFromThenOn()
    {
        Traffic traffic = NewTraffic();
        traffic.Member("early", "zeta").Carries(ReplayScripts.Blob(0));
        traffic.Member("receiver", "acme").Receives(ReplayScripts.Blob(0));

        traffic.Member("receiver", "acme").Carries(ReplayScripts.Blob(0));
        Assert.That(traffic.Signals, Is.Empty);
        traffic.Member("early", "zeta").Carries(ReplayScripts.Blob(0));

        traffic.Last.ShouldHaveSignal("protocol.reasoning-moved");
    }

    [Test]
    public void Observe_NoOutcomes_ReasoningIsTheFirstSenders()
    {
        Traffic traffic = NewTraffic();
        traffic.ObservesOutcomes = false;
        traffic.Member("one", "acme").Talks(0, 20);

        traffic.Member("two", "zeta").Carries(ReplayScripts.Blobs(0, 19));

        Assert.That(traffic.Loudest.Score, Is.EqualTo(2));
    }

    [Test]
    public void Inspect_TableMuchTooSmall_AccusesNobodyOfAnothersLoss()
    {
        var traffic = new Traffic(builder => builder
            .Configure(options => options.MaxSignatures = 64)
            .AddSignatureReplay());

        traffic.Interleave(
            one => one.Accounts(10, "person").Send(100, ReplayScripts.Minute, i => new Exchange
            {
                CarriedReasoning = [ReplayScripts.Blob(Math.Max(0, i - 10))],
                IssuedReasoning = [ReplayScripts.Blob(i)],
            }),
            flood => flood.From("flood").Send(100, ReplayScripts.Minute, i => new Exchange
            {
                CarriedReasoning = ReplayScripts.Blobs(100_000 + (i * 50), 50),
            }));

        Assert.That(traffic.Loudest.Score, Is.LessThan(traffic.Loudest.Bar));
        Assert.That(traffic.Guard.Counters.Evictions, Is.GreaterThan(1_000));
    }

    private static Traffic NewTraffic() => new(builder => builder.AddSignatureReplay());
}
