// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Net;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What goes through the gateway becomes lines that the library reads, without what must not stand in them.</summary>
public sealed class TrafficRecorderTests
{
    [Test]
    public void Finish_AnExchange_IsALineThatTheReaderUnderstands()
    {
        using var rig = new RecorderRig();

        rig.Send(SampleExchanges.Make("ann"), "sig-0123456789abcdef-0123456789").Finish();

        Assert.That(
            rig.Entries(entry => (entry.Time, entry.Api, entry.Caller.Plan.ToString(), entry.Response.Status, entry.Response.InputTokens, entry.Response.OutputTokens, entry.Response.Duration, entry.Response.ReasoningSignatures.Count)),
            Is.EqualTo(new[] { (SampleExchanges.Start, ApiKind.OpenAIChatCompletions, "pro", (int?)200, (long?)11, (long?)22, (TimeSpan?)TimeSpan.FromMilliseconds(250), 1) }));
    }

    [Test]
    public void Finish_ByDefault_WritesNoTextNoIdAndNoAddress()
    {
        using var rig = new RecorderRig();

        rig.Send(SampleExchanges.Make("ann-the-account", change: caller => caller.Fingerprint = "ja4-fingerprint"), "sig-0123456789abcdef").Finish();

        string text = rig.Text();
        foreach (string secret in new[] { "hunter", "password", "Ann", "ann-the-account", "acme", "card-1", "u-77", "198.51", "client/1.0", "ja4-fingerprint", "sig-0123", "resp-1" })
        {
            Assert.That(text, Does.Not.Contain(secret));
        }

        Assert.That(text, Does.Contain("\"role\":\"user\"").And.Contain("\"temperature\":0.5").And.Contain("\"model\":\"gpt-x\""));
    }

    [Test]
    public void Finish_TextsKeptAndIdentitiesAsGiven_WritesWhatWasSent()
    {
        using var rig = new RecorderRig(options =>
        {
            options.Texts = RecordedTexts.Kept;
            options.Identities = RecordedIdentities.AsGiven;
            options.Key = default;
        });

        rig.Send(SampleExchanges.Make("ann"), "sig-0123456789abcdef").Finish();

        Assert.That(
            rig.Entries(entry => (entry.Caller.Account.ToString(), entry.Caller.Address, Encoding.UTF8.GetString(entry.Request))),
            Is.EqualTo(new[] { ("ann", ClientAddress.From(IPAddress.Parse("198.51.100.7")), SampleExchanges.Body(SampleExchanges.Secret)) }));
    }

    [Test]
    public void Finish_TextsOmitted_KeepsTheStructureOnly()
    {
        using var rig = new RecorderRig(options => options.Texts = RecordedTexts.Omitted);

        rig.Send(SampleExchanges.Make("ann")).Finish();

        Assert.That(rig.Text(), Does.Contain("\"messages\":[{\"role\":\"user\",\"content\":\"\"}]"));
    }

    [Test]
    public void Finish_TheSameIds_HaveTheSameHashesInEveryRun()
    {
        using var first = new RecorderRig();
        using var second = new RecorderRig();

        first.Send(SampleExchanges.Make("ann")).Finish();
        second.Send(SampleExchanges.Make("ann")).Send(SampleExchanges.Make("bob")).Finish();

        List<string> accounts = second.Entries(entry => entry.Caller.Account.ToString());
        Assert.That(first.Entries(entry => entry.Caller.Account.ToString()).Single(), Is.EqualTo(accounts[0]).And.Not.EqualTo(accounts[1]));
    }

    [Test]
    public void Turn_AnswersInAnotherOrder_WritesInTheOrderOfArrival()
    {
        using var rig = new RecorderRig();
        GuardedExchange slow = SampleExchanges.Make("slow", SampleExchanges.Start);
        rig.Recorder.Inspected(slow);
        rig.Send(SampleExchanges.Make("quick", SampleExchanges.Start.AddSeconds(5)));
        rig.Turn();
        Assert.That(rig.Recorder.Counters.Written, Is.Zero, "an earlier one may still come");

        slow.Answer();
        rig.Recorder.Completed(slow);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        rig.Turn();
        rig.Finish();

        Assert.That(rig.Entries(entry => entry.Time), Is.Ordered);
        Assert.That((rig.Recorder.Counters.Written, rig.Recorder.Counters.Late), Is.EqualTo((2L, 0L)));
    }

    [Test]
    public void Turn_AnswerBeyondTheWindow_IsWrittenLateAndCounted()
    {
        using var rig = new RecorderRig();
        GuardedExchange slow = SampleExchanges.Make("slow", SampleExchanges.Start);
        rig.Recorder.Inspected(slow);
        rig.Send(SampleExchanges.Make("quick", SampleExchanges.Start.AddSeconds(5)));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        rig.Turn();

        slow.Answer();
        rig.Recorder.Completed(slow);
        rig.Finish();

        Assert.That((rig.Recorder.Counters.Written, rig.Recorder.Counters.Late), Is.EqualTo((2L, 1L)));
    }

    [Test]
    public void Inspected_TooManyUnderWay_DropsAndCounts()
    {
        using var rig = new RecorderRig(options => options.MaxExchanges = 16);

        for (int i = 0; i < 20; i++)
        {
            rig.Recorder.Inspected(SampleExchanges.Make(string.Create(CultureInfo.InvariantCulture, $"a{i}")));
        }

        Assert.That((rig.Recorder.Counters.Dropped, rig.Recorder.Counters.Waiting), Is.EqualTo((4L, 16)));
    }

    [Test]
    public void Inspected_BodiesTooLarge_DropsAndCountsAndGivesRoomBack()
    {
        using var rig = new RecorderRig(options => options.MaxHeldBytes = 64 * 1024);
        string large = SampleExchanges.Body(new string('x', 40_000));

        GuardedExchange first = SampleExchanges.Make("a", body: large);
        rig.Recorder.Inspected(first);
        rig.Recorder.Inspected(SampleExchanges.Make("b", body: large));
        Assert.That((rig.Recorder.Counters.Dropped, rig.Recorder.Counters.HeldBytes), Is.EqualTo((1L, (long)large.Length)));
        rig.Recorder.Completed(first);
        rig.Finish();

        Assert.That((rig.Recorder.Counters.Waiting, rig.Recorder.Counters.HeldBytes), Is.EqualTo((0, 0L)));
    }

    [Test]
    public void Turn_ExchangeThatNobodyEnds_IsWrittenAtLastAndGivesItsRoomBack()
    {
        using var rig = new RecorderRig();
        rig.Recorder.Inspected(SampleExchanges.Make("a"));

        rig.Time.Advance(TimeSpan.FromHours(3));
        rig.Turn();
        rig.Finish();

        Assert.That(rig.Entries(entry => entry.Response.Status), Is.EqualTo(new[] { (int?)null }));
        Assert.That((rig.Recorder.Counters.Waiting, rig.Recorder.Counters.HeldBytes), Is.EqualTo((0, 0L)));
    }

    [TestCase("not json")]
    [TestCase("[1, 2]")]
    [TestCase("{\"messages\": [")]
    [TestCase("")]
    public void Finish_BodyThatIsNoObject_IsALineWithAnEmptyOne(string body)
    {
        using var rig = new RecorderRig();

        rig.Send(SampleExchanges.Make("a", body: body)).Finish();

        Assert.That(rig.Entries(entry => Encoding.UTF8.GetString(entry.Request)), Is.EqualTo(new[] { "{}" }));
        Assert.That(rig.Recorder.Counters.WithoutBody, Is.EqualTo(1));
    }

    [Test]
    public void Inspected_NoAccount_IsCounted()
    {
        using var rig = new RecorderRig();

        rig.Send(SampleExchanges.Make(string.Empty)).Finish();

        Assert.That((rig.Recorder.Counters.WithoutAccount, rig.Files.Count), Is.EqualTo((1L, 0)));
    }

    [Test]
    public void Finish_EnforcementAndRelease_AreLinesOfTheirOwn()
    {
        using var rig = new RecorderRig();
        rig.Recorder.RecordEnforcement(SampleExchanges.Start.AddSeconds(1), "ann", EnforcementAction.Suspend, "by hand");
        rig.Recorder.RecordRelease(SampleExchanges.Start.AddSeconds(2), "gpt-y");

        rig.Send(SampleExchanges.Make("ann")).Finish();

        Assert.That(
            rig.Entries(entry => entry.Kind),
            Is.EqualTo(new[] { TrafficLogEntryKind.Exchange, TrafficLogEntryKind.Enforcement, TrafficLogEntryKind.ModelRelease }));
        Assert.That(rig.Entries(entry => entry.Caller.Account.ToString()).Take(2).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1), "the same account has the same hash");
    }

    [Test]
    public void Finish_IssuedSignatureCarriedBack_HasTheSameHash()
    {
        const string Signature = "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds";
        using var rig = new RecorderRig();
        rig.Send(SampleExchanges.Make("ann"), Signature);
        string carried = $$"""{"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"so","signature":"{{Signature}}"}]}]}""";

        rig.Send(SampleExchanges.Make("bob", SampleExchanges.Start.AddSeconds(1), carried)).Finish();

        string issued = rig.Entries(entry => entry.Response.ReasoningSignatures.Count == 0 ? string.Empty : Encoding.UTF8.GetString(entry.Response.ReasoningSignatures[0]))[0];
        Assert.That(issued, Has.Length.GreaterThanOrEqualTo(16));
        Assert.That(rig.Text(), Does.Contain($"\"signature\":\"{issued}\""));
    }

    [Test]
    [CancelAfter(60_000)]
    public void Recorder_ManyThreads_LosesNothing(CancellationToken stop)
    {
        using var rig = new RecorderRig();
        Task[] senders =
        [
            .. Enumerable.Range(0, 4).Select(sender => Task.Run(
                () =>
                {
                    for (int i = 0; i < 500; i++)
                    {
                        rig.Send(SampleExchanges.Make(string.Create(CultureInfo.InvariantCulture, $"a{sender}")));
                    }
                },
                stop)),
        ];

        while (!Task.WaitAll(senders, TimeSpan.FromMilliseconds(5)))
        {
            rig.Turn();
        }

        rig.Finish();
        Assert.That((rig.Recorder.Counters.Written, rig.Recorder.Counters.Dropped), Is.EqualTo((2_000L, 0L)));
        Assert.That(rig.Entries(entry => entry.Id.ToString()).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(2_000));
    }
}
