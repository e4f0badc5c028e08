// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Testing.BadDetectors;

namespace DistillGuard.Testing;

public sealed class TrafficTests
{
    private readonly List<string> _requests = [];
    private readonly List<string> _outcomes = [];

    [SetUp]
    public void Forget()
    {
        _requests.Clear();
        _outcomes.Clear();
    }

    [Test]
    public void Send_EverySecond_SpacesRequestsExactly()
    {
        Traffic traffic = Listen().Send(3, every: TimeSpan.FromSeconds(1));

        Assert.That(_requests, Is.EqualTo(new[] { "0 account", "1 account", "2 account" }));
        Assert.That(traffic.Now, Is.EqualTo(Traffic.Start.AddSeconds(3)));
    }

    [Test]
    public void Send_SeveralAccounts_TakeTurnsWithinTheGap()
    {
        Listen().Accounts(2, "peer").Send(2, every: TimeSpan.FromSeconds(10));

        Assert.That(_requests, Is.EqualTo(new[] { "0 peer-0", "5 peer-1", "10 peer-0", "15 peer-1" }));
    }

    [Test]
    public void Send_ExchangeByNumber_CountsOverAllAccounts()
    {
        var prompts = new List<string>();
        var traffic = new Traffic((SubjectLayout _) => new ListeningDetector(
            (in InspectionContext context) => prompts.Add(Encoding.UTF8.GetString(context.Request.Content.Text)),
            (in InferenceOutcome _) => { }));

        traffic.Accounts(2, "peer")
            .Send(2, TimeSpan.FromSeconds(1), i => new Exchange { Prompt = $"Task {i}", System = "Be brief." });

        string[] expected = ["Be brief.Task 0", "Be brief.Task 1", "Be brief.Task 2", "Be brief.Task 3"];
        Assert.That(prompts, Is.EqualTo(expected));
    }

    [Test]
    public void Send_ContentByHand_ReplacesPrompt()
    {
        var parts = new List<MessageRole>();
        var traffic = new Traffic((SubjectLayout _) => new ListeningDetector(
            (in InspectionContext context) => parts.Add(context.Request.Content.Parts[0].Role),
            (in InferenceOutcome _) => { }));

        traffic
            .Send(1, TimeSpan.Zero, new Exchange { Content = static buffer => buffer.Add(MessageRole.Tool, "42"u8) });

        Assert.That(parts, Is.EqualTo(new[] { MessageRole.Tool }));
    }

    [Test]
    public void Send_CarriedReasoning_StandsBeforeThePrompt()
    {
        var parts = new List<string>();
        var traffic = new Traffic((SubjectLayout _) => new ListeningDetector(
            (in InspectionContext context) =>
            {
                foreach (TextPart part in context.Request.Content.Parts)
                {
                    string text = Encoding.UTF8.GetString(context.Request.Content[part]);
                    parts.Add($"{part.Message} {part.Role} {part.Kind} {text}");
                }
            },
            (in InferenceOutcome _) => { }));

        traffic.Send(1, TimeSpan.Zero, new Exchange { Prompt = "Go on.", CarriedReasoning = ["one", "two"] });

        string[] expected = ["0 Assistant ReasoningBlob one", "1 Assistant ReasoningBlob two", "2 User Prompt Go on."];
        Assert.That(parts, Is.EqualTo(expected));
    }

    [TestCase]
    [TestCase("one")]
    [TestCase("one", "", "\uD800", "\uDC00 zwei")]
    public void Send_IssuedReasoning_ReachesObservers(params string[] blobs)
    {
        var issued = new List<string>();
        var traffic = new Traffic((SubjectLayout _) => new ListeningDetector(
            (in InspectionContext _) => { },
            (in InferenceOutcome outcome) =>
            {
                foreach (ReadOnlySpan<byte> blob in outcome.ReasoningSignatures)
                {
                    issued.Add(Encoding.UTF8.GetString(blob));
                }
            }));

        traffic.Send(1, TimeSpan.Zero, new Exchange { IssuedReasoning = blobs });

        Assert.That(issued, Is.EqualTo(blobs.Select(blob => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(blob)))));
    }

    [Test]
    public void Send_WithChangedIdentity_SendsIt()
    {
        var payments = new List<string>();
        var traffic = new Traffic((SubjectLayout _) => new ListeningDetector(
            (in InspectionContext context) => payments.Add($"{context.Request.Caller.Plan} " +
                $"{context.Request.Caller.Payment}"),
            (in InferenceOutcome _) => { }));

        traffic.Accounts(2, "peer", plan: "team")
            .With((who, i) => who with { Payment = $"card-{i}" })
            .With(who => who with { Plan = who.Plan + "-eu" })
            .Send(1);

        Assert.That(payments, Is.EqualTo(new[] { "team-eu card-0", "team-eu card-1" }));
    }

    [Test]
    public void Send_OutcomesObserved_HaveStatusTokensAndLatency()
    {
        Listen().Send(1, TimeSpan.Zero, new Exchange
        {
            Status = 429,
            InputTokens = 1,
            OutputTokens = 2,
            Latency = TimeSpan.FromSeconds(7),
        });

        Assert.That(_outcomes, Is.EqualTo(new[] { "7 429 1 2" }));
    }

    [Test]
    public void Send_OutcomesSwitchedOff_ObservesNothing()
    {
        Traffic traffic = Listen();
        traffic.ObservesOutcomes = false;

        traffic.Send(2);

        Assert.That(_outcomes, Is.Empty);
    }

    [Test]
    public void Jitter_SameSeed_GivesTheSameTimes()
    {
        Listen().Jitter(1, seed: 3).Send(50, every: TimeSpan.FromMinutes(1));
        string[] first = [.. _requests];
        _requests.Clear();

        Listen().Jitter(1, seed: 3).Send(50, every: TimeSpan.FromMinutes(1));

        Assert.That(_requests, Is.EqualTo(first));
        Assert.That(_requests, Is.Not.EqualTo(Enumerable.Range(0, 50).Select(i => $"{i * 60} account")));
    }

    [Test]
    public void Interleave_TwoScripts_ReachTheGuardInOrderOfTime()
    {
        Traffic traffic = Listen().Advance(TimeSpan.FromSeconds(100)).Interleave(
            one => one.From("a").Send(2, every: TimeSpan.FromSeconds(4)),
            two => two.Advance(TimeSpan.FromSeconds(1)).From("b").Send(2, every: TimeSpan.FromSeconds(10)));

        Assert.That(_requests, Is.EqualTo(new[] { "100 a", "101 b", "104 a", "111 b" }));
        Assert.That(traffic.Now, Is.EqualTo(Traffic.Start.AddSeconds(121)));
    }

    [Test]
    public void At_EarlierTime_RunsBackwards()
    {
        Listen().Send(1).At(Traffic.Start.AddSeconds(-5)).Send(1);

        Assert.That(_requests, Is.EqualTo(new[] { "0 account", "-5 account" }));
    }

    [Test]
    public void Advance_BeyondTheCalendar_StopsAtItsEnd() =>
        Assert.That(Listen().Advance(TimeSpan.MaxValue).Now, Is.EqualTo(DateTimeOffset.MaxValue));

    [Test]
    public void Last_NothingSent_Throws() =>
        Assert.That(() => Listen().Last.Score, Throws.InvalidOperationException.With.Message.Contains("Send first"));

    [Test]
    public void Signals_OfLastRequest_AreAnArray()
    {
        Traffic traffic = Saying().Send(1);

        Assert.That(traffic.Signals, Has.One.Matches<Signal>(signal => signal.Info.Id == "content.test"));
    }

    [Test]
    public void Loudest_LaterRequestsAreQuieter_KeepsTheHighestScore()
    {
        var traffic = new Traffic((SubjectLayout layout) => new FadingDetector(layout));

        traffic.Send(3);

        Assert.That((traffic.Loudest.Score, traffic.Last.Score), Is.EqualTo((3f, 1f)));
    }

    [Test]
    public void Verdicts_MoreThanRemembered_KeepsTheNewest()
    {
        Traffic traffic = Saying().From("old").Send(10).From("new").Send(Traffic.RememberedVerdicts);

        Assert.That(traffic.Verdicts, Has.Count.EqualTo(Traffic.RememberedVerdicts));
        Assert.That(traffic.Verdicts.Select(verdict => verdict.Account), Is.All.EqualTo("new"));
    }

    [Test]
    public void Watch_TwoWatchers_BothSeeEveryVerdict()
    {
        int first = 0;
        int second = 0;

        Saying().Watch(_ => first++).Watch(_ => second++).Send(5);

        Assert.That((first, second), Is.EqualTo((5, 5)));
    }

    [Test]
    public void Accounts_None_Throws() =>
        Assert.That(() => Listen().Accounts(0, "peer"), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static Traffic Saying() => new((SubjectLayout _) => new SayingDetector(Sayings.Complete, 1));

    private static double Seconds(DateTimeOffset time) => (time - Traffic.Start).TotalSeconds;

    private Traffic Listen() => new((SubjectLayout _) => new ListeningDetector(
        (in InspectionContext context) => _requests.Add($"{Seconds(context.Request.Time)} " +
            $"{context.Request.Caller.Account}"),
        (in InferenceOutcome outcome) => _outcomes.Add(
            $"{Seconds(outcome.Time)} {outcome.Status} {outcome.InputTokens} {outcome.OutputTokens}")));
}
