// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Subjects;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What answers do to the counts: turned away, in flight, cut off.</summary>
public sealed class UpstreamRefusalOutcomeTests
{
    [Test]
    public void Observe_TurnedAway_IsNoRefusal()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("blocked", RefusalScripts.Plan).Send(50, RefusalScripts.Minute, i => Away(i));
        traffic.From("blocked", RefusalScripts.Plan).Asks();

        traffic.Last.ShouldNotHaveSignal(RefusalScripts.Id);
    }

    // Or an account could hide a sweep behind retries that cost nothing.
    [Test]
    public void Observe_TurnedAway_DoesNotDiluteTheShare()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("sweeper", RefusalScripts.Plan).Sweeps(20).From("sweeper", RefusalScripts.Plan)
            .Send(5_000, TimeSpan.FromMilliseconds(10), i => Away(i));

        Assert.That(traffic.Last.ShouldHaveSignal(RefusalScripts.Id).Weight, Is.EqualTo(1.5).Within(0.001));
    }

    [Test]
    public void Observe_RefusalBilledThenCutOff_Counts()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();

        traffic.From("cutter", RefusalScripts.Plan)
            .Send(20, RefusalScripts.Minute, i => RefusalScripts.Refused($"Technique {i}") with { Status = 499 });
        traffic.From("cutter", RefusalScripts.Plan).Asks();

        traffic.Last.ShouldHaveSignal(RefusalScripts.Id);
    }

    [Test]
    public void Observe_AnswersInAnotherOrder_BelongToTheirPrompts()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.ObservesOutcomes = false;
        var refused = new List<SubjectKeys>();
        for (int i = 0; i < 30; i++)
        {
            // Eight are in flight: one prompt that is refused every time, among others that are answered.
            traffic.From("customer", RefusalScripts.Plan).Send(1, RefusalScripts.Minute, new Exchange { Prompt = "The same one" });
            refused.Add(traffic.Last.Subjects);
            traffic.From("customer", RefusalScripts.Plan).Send(7, RefusalScripts.Minute, n => new Exchange { Prompt = $"Question {i} {n}" });
            Observe(traffic, refused[^1]);
        }

        traffic.From("customer", RefusalScripts.Plan).Asks();

        traffic.Last.ShouldNotHaveSignal(RefusalScripts.Id);
    }

    [Test]
    public void Observe_MoreInFlightThanRemembered_CountAsOnePrompt()
    {
        Traffic traffic = RefusalScripts.NewTraffic().SendPeersDay();
        traffic.ObservesOutcomes = false;
        var sent = new List<SubjectKeys>();
        traffic.Watch(verdict => sent.Add(verdict.Verdict.Subjects));
        traffic.From("burst", RefusalScripts.Plan).Send(100, TimeSpan.Zero, i => new Exchange { Prompt = $"Technique {i}" });
        sent.ForEach(keys => Observe(traffic, keys));

        traffic.From("burst", RefusalScripts.Plan).Asks();

        Assert.That(
            traffic.Last.ShouldHaveSignal(RefusalScripts.Id).Measure,
            Is.EqualTo(PendingPrompts.Count + 1).Within(1.5),
            "the latest sixteen by their prompts, all others as one");
    }

    private static Exchange Away(int number) => RefusalScripts.Refused($"Technique {number}") with { Status = 403, OutputTokens = 0 };

    private static void Observe(Traffic traffic, SubjectKeys subjects) => traffic.Guard.Observe(new InferenceOutcome
    {
        Subjects = subjects,
        Time = traffic.Now,
        Status = 200,
        OutputTokens = 9,
        Refusal = Encoding.UTF8.GetBytes(RefusalScripts.Category),
    });
}
