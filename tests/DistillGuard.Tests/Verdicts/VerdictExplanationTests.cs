// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

public sealed class VerdictExplanationTests
{
    private static readonly SignalInfo Volume = new()
    {
        Id = "volume.many",
        Title = "Sends a lot",
        Family = SignalFamily.Volume,
        Reason = "{0:F0} requests; {1:F0} is usual",
        Innocent = "a batch job.",
    };

    private static readonly SignalInfo Content = new()
    {
        Id = "content.asks",
        Title = "Asks for hidden reasoning",
        Family = SignalFamily.Content,
        Reason = "{0:F0} prompts asked",
        Innocent = "a researcher.",
    };

    private static readonly SignalInfo Replay = new()
    {
        Id = "protocol.replays",
        Title = "Sends what belongs to another",
        Family = SignalFamily.Protocol,
        Reason = "{0:F0} times; {1:F0} are enough",
        Innocent = "a person with two accounts.",
        IsConclusive = true,
    };

    private static readonly SignalInfo Region = new()
    {
        Id = "region.unsupported",
        Title = "Comes from an unsupported region",
        Family = SignalFamily.Origin,
        Reason = "the address is in {2}",
        Innocent = "a traveller.",
        IsPolicy = true,
    };

    [Test]
    public void Explain_NothingFound_SaysSoWithTheBar() =>
        Assert.That(Explain([]), Is.EqualTo("Nothing found (score 0.0, bar 9.2, request 7 of the account)."));

    [Test]
    public void Explain_BelowTheBar_ListsReasonAndInnocentReading() => // 2.25: score and weight must round alike
        Assert.That(
            Explain([new Signal(Volume, 2.25f, 900, 40)]),
            Is.EqualTo(
                """
                No accusation: below the bar (score 2.2, bar 9.2, request 7 of the account).
                - Sends a lot [Volume, +2.2]: 900 requests; 40 is usual
                  Innocent if: a batch job.
                """));

    [Test]
    public void Explain_TwoFamiliesAboveTheBar_PutsTheHeaviestFirst() =>
        Assert.That(
            Explain([new Signal(Volume, 4, 900, 40), new Signal(Content, 6, 3, 0)]),
            Is.EqualTo(
                """
                Elevated: above the bar (score 10.0, bar 9.2, request 7 of the account).
                - Asks for hidden reasoning [Content, +6.0]: 3 prompts asked
                  Innocent if: a researcher.
                - Sends a lot [Volume, +4.0]: 900 requests; 40 is usual
                  Innocent if: a batch job.
                """));

    [Test]
    public void Explain_FarAboveTheBar_SaysHigh() =>
        Assert.That(
            Explain([new Signal(Volume, 4, 900, 40), new Signal(Content, 8, 3, 0)], new FusionOptions { ContentCap = 8 }),
            Does.StartWith("High: far above the bar (score 12.0, bar 9.2"));

    [Test]
    public void Explain_ConclusiveAlone_SaysWhyOneKindIsEnough() =>
        Assert.That(
            Explain([new Signal(Replay, 14, 2, 2)]),
            Is.EqualTo(
                """
                High: far above the bar, on evidence that needs no second kind (score 14.0, bar 9.2, request 7 of the account).
                - Sends what belongs to another [Protocol, +14.0, conclusive]: 2 times; 2 are enough
                  Innocent if: a person with two accounts.
                """));

    [Test]
    public void Explain_ConclusiveBesideAnotherFamily_DoesNotSpeakOfOneKind() =>
        Assert.That(
            Explain([new Signal(Replay, 10, 2, 2), new Signal(Content, 1, 3, 0)]),
            Does.StartWith("Elevated: above the bar (score 11.0"));

    [Test]
    public void Explain_OneFamilyAboveTheBar_SaysThatTwoAreNeeded() =>
        Assert.That(
            Explain([new Signal(Content, 20, 3, 0)], new FusionOptions { ContentCap = 20 }),
            Does.StartWith("No accusation: above the bar, but on one kind of evidence only; two are needed (score 20.0"));

    [Test]
    public void Explain_ManyWeakFamiliesAboveTheBar_SaysThatNoneIsStrongEnough() =>
        Assert.That(
            Explain([new Signal(Content, 0.5f, 3, 0), new Signal(Volume, 0.5f, 3, 0)], new FusionOptions { Budget = new FalseAlarmBudget(0.5) }),
            Does.StartWith("No accusation: above the bar, but no kind of evidence is strong enough to count; two are needed (score 1.0, bar 0.7"));

    [Test]
    public void Explain_PolicyOutcome_StandsApartWithoutWeight() =>
        Assert.That(
            Explain([new Signal(Region, 5, 0, 0, SignalTag.From("XX"))]),
            Is.EqualTo(
                """
                No accusation: below the bar (score 0.0, bar 9.2, request 7 of the account).
                Policy, no evidence of distillation: the address is in XX
                """));

    [Test]
    public void Explain_EvidenceForInnocence_ShowsItsSign() =>
        Assert.That(Explain([new Signal(Volume, -1.5f, 1, 40)]), Does.Contain("[Volume, -1.5]"));

    [Test]
    public void Explain_SignalsOfEqualWeight_StayInTheOrderFound()
    {
        var first = new Signal(Volume, 1, 1, 0);
        var second = new Signal(Volume, 1, 2, 0);

        string text = Explain([first, second, new Signal(Content, 0.5f, 3, 0)]);

        Assert.That(text.IndexOf("1 requests", StringComparison.Ordinal), Is.LessThan(text.IndexOf("2 requests", StringComparison.Ordinal)));
    }

    [Test]
    public void Explain_SignalsDropped_SaysHowMany()
    {
        var buffer = default(SignalBuffer);
        for (int i = 0; i < 11; i++)
        {
            buffer.Add(new Signal(Volume, 1, 1, 0));
        }

        Assert.That(new Verdict(in buffer, default, 9, default, 1, default).Explain(), Does.EndWith("\n3 more signals found no room and were not weighed."));
    }

    [TestCase(NotEvaluatedReason.UnknownApi, "no reader knows this API")]
    [TestCase(NotEvaluatedReason.BodyTooLarge, "the body is larger than the reader's limit")]
    [TestCase(NotEvaluatedReason.Truncated, "the body ends too early")]
    [TestCase(NotEvaluatedReason.TooDeep, "the body nests deeper than the reader's limit")]
    [TestCase(NotEvaluatedReason.DuplicateMember, "a member appears twice in the body")]
    [TestCase(NotEvaluatedReason.InvalidUtf8, "the body is not UTF-8")]
    [TestCase(NotEvaluatedReason.InvalidJson, "the body is not JSON")]
    [TestCase(NotEvaluatedReason.UnexpectedShape, "the body is not of the shape this API defines")]
    [TestCase(NotEvaluatedReason.TooManyParts, "the body has more pieces of text than the reader's limit")]
    [TestCase(NotEvaluatedReason.NoAccount, "the request names no account")]
    [TestCase(NotEvaluatedReason.GuardFault, "the guard itself failed; the fault is counted")]
    [TestCase(NotEvaluatedReason.UnknownEncoding, "the body is compressed in a way that is not known")]
    [TestCase(NotEvaluatedReason.Pending, "the request has not been inspected yet")]
    public void Explain_NotEvaluated_SaysWhyAndThatNothingIsKnown(NotEvaluatedReason reason, string words) =>
        Assert.That(
            new Verdict(reason, 9, default, 0, default).Explain(),
            Is.EqualTo($"Not evaluated: {words}. This says nothing about the account, for or against it."));

    [Test]
    public void Explain_NotEvaluatedMemberOfAGroup_SaysHowItStandsThere() =>
        Assert.That(
            new Verdict(NotEvaluatedReason.BodyTooLarge, 9, default, 0, new GroupStanding(3, VerdictLevel.High, 12)).Explain(),
            Does.StartWith("Not evaluated: ").And.Contain("\nHigh as a member of group g3 (the group's score 12.0)"));

    [Test]
    public void Explain_EveryReasonThereIs_HasWordsOfItsOwn([Values] NotEvaluatedReason reason) =>
        Assert.That(new Verdict(reason, 9, default, 0, default).Explain(), Does.Not.Contain("the reason is not known"));

    private static string Explain(Signal[] signals, FusionOptions? options = null)
    {
        var buffer = default(SignalBuffer);
        foreach (Signal signal in signals)
        {
            buffer.Add(in signal);
        }

        var policy = new FusionPolicy(options ?? new FusionOptions());
        return new Verdict(in buffer, policy.Fuse(signals), policy.Bar, default, 7, default).Explain();
    }
}
