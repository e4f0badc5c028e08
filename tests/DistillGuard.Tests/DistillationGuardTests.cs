// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard;

public sealed class DistillationGuardTests
{
    [Test]
    public void Inspect_NoAccount_IsNotEvaluatedAndCounted()
    {
        DistillationGuard guard = Build();

        Verdict verdict = guard.Inspect(Samples.Request(string.Empty));

        Assert.That((verdict.NotEvaluated, guard.Counters), Is.EqualTo((NotEvaluatedReason.NoAccount, new GuardCounters { NotEvaluated = 1 })));
    }

    [Test]
    public void Skip_KnownAccount_IsNotEvaluatedAndARequestOfTheAccountAllTheSame()
    {
        DistillationGuard guard = Build();
        guard.Inspect(Samples.Request("a"));

        Verdict verdict = guard.Skip(Samples.Request("a"), NotEvaluatedReason.BodyTooLarge);

        Assert.That(
            (verdict.NotEvaluated, verdict.AccountExchanges, guard.Counters.NotEvaluated), Is.EqualTo((NotEvaluatedReason.BodyTooLarge, 2L, 1L)));
    }

    [Test]
    public void Skip_MemberOfAnAccusedGroup_SaysHowItsGroupStands()
    {
        GroupScenario scenario = new GroupScenario(GroupPlans.AddAll).Add(GroupPlans.People).Add(GroupPlans.Campaign).Run();
        InferenceRequest request = Samples.Request(scenario.AccusedAccounts[0]) with { Time = scenario.Traffic.Now };

        Verdict verdict = scenario.Guard.Skip(in request, NotEvaluatedReason.BodyTooLarge);

        Assert.That((verdict.IsEvaluated, verdict.Level, verdict.Group.Group), Is.EqualTo((false, scenario.Accused[0].Level, scenario.Accused[0].Number)));
    }

    [Test]
    public void Skip_NoReason_IsRefused() =>
        Assert.That(() => Build().Skip(Samples.Request("a"), NotEvaluatedReason.None), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Inspect_SameAccountAgain_CountsItsRequests()
    {
        DistillationGuard guard = Build();
        guard.Inspect(Samples.Request("a"));
        guard.Inspect(Samples.Request("b"));

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That((verdict.AccountExchanges, guard.Counters.Accounts, guard.Counters.Evaluated), Is.EqualTo((2L, 2, 3L)));
    }

    [Test]
    public void Inspect_SignalsOfTwoFamilies_BecomeTheVerdict()
    {
        DistillationGuard guard = Build(
            new DelegateDetector("one", (in InspectionContext _, ref SignalBuffer signals) => signals.Add(Samples.Signal(SignalFamily.Volume, 4))),
            new DelegateDetector("two", (in InspectionContext _, ref SignalBuffer signals) => signals.Add(Samples.Signal(SignalFamily.Content, 6))));

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That((verdict.Level, verdict.Score, verdict.Signals.Length), Is.EqualTo((VerdictLevel.Elevated, 10f, 2)));
    }

    [Test]
    public void Inspect_MoreSignalsThanFit_CountsTheDropped()
    {
        DistillationGuard guard = Build(new DelegateDetector("loud", (in InspectionContext _, ref SignalBuffer signals) =>
        {
            for (int i = 0; i < 20; i++)
            {
                signals.Add(Samples.Signal(SignalFamily.Content, 1));
            }
        }));

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That((verdict.Dropped, guard.Counters.DroppedSignals), Is.EqualTo((12, 12L)));
    }

    [Test]
    public void Inspect_DetectorThrows_DropsItsSignalsAndRunsTheRest()
    {
        DistillationGuard guard = Build(
            Speaking("first", 1),
            new DelegateDetector("faulty", (in InspectionContext _, ref SignalBuffer signals) =>
            {
                signals.Add(Samples.Signal(SignalFamily.Content, 2));
                throw new InvalidOperationException("A fault of a plug-in.");
            }),
            Speaking("last", 3));

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That((verdict.IsEvaluated, verdict.Score), Is.EqualTo((true, 4f)));
    }

    [Test]
    public void Faults_TwoDetectorsThrow_AreCountedByName()
    {
        DistillationGuard guard = Build(Throwing("one"), Speaking("two", 1), Throwing("three"));

        guard.Inspect(Samples.Request("a"));
        guard.Inspect(Samples.Request("a"));

        Assert.That(
            guard.Faults,
            Is.EqualTo(new[] { new DetectorFaults("one", 2), new DetectorFaults("two", 0), new DetectorFaults("three", 2) }));
        Assert.That(guard.Counters.Faults, Is.EqualTo(4));
    }

    [Test]
    public void Inspect_DetectorAddsDefaultSignal_CostsOnlyThatDetector()
    {
        DistillationGuard guard = Build(
            new DelegateDetector("careless", (in InspectionContext _, ref SignalBuffer signals) => signals.Add(default)),
            Speaking("last", 3));

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That((verdict.Score, guard.Faults[0].Count), Is.EqualTo((3f, 1L)));
    }

    [Test]
    public void Inspect_DetectorWithoutSlots_RunsFirstAndHoldsNoProfile()
    {
        bool? heldStateless = null;
        bool? heldStateful = null;
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("stateful", layout =>
            {
                layout.Reserve<long>(SubjectKind.Account);
                return new DelegateDetector("stateful", (in InspectionContext context, ref SignalBuffer _) => heldStateful = context.Account.IsPresent);
            })
            .Add("stateless", _ => new DelegateDetector("stateless", (in InspectionContext context, ref SignalBuffer _) =>
            {
                heldStateless = context.Account.IsPresent;
                Assert.That(heldStateful, Is.Null, "The stateful one ran first.");
            }))
            .Build();

        guard.Inspect(Samples.Request("a"));

        Assert.That((heldStateless, heldStateful, guard.Counters.Faults), Is.EqualTo(((bool?)false, (bool?)true, 0L)));
    }

    [Test]
    public void Inspect_SlowStatelessDetector_LetsOthersOfTheSameAccountPass()
    {
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        DistillationGuard guard = Build(new DelegateDetector("slow", (in InspectionContext context, ref SignalBuffer _) =>
        {
            if (context.Request.Conversation.Length > 0)
            {
                inside.Set();
                goOn.Wait(TimeSpan.FromSeconds(30));
            }
        }));
        var slow = new Thread(() => guard.Inspect(new InferenceRequest
        {
            Time = Samples.Start,
            Caller = new Caller { Account = "a" },
            Conversation = "slow",
        }));
        slow.Start();
        inside.Wait(TimeSpan.FromSeconds(30));

        Verdict quick = guard.Inspect(Samples.Request("a"));

        goOn.Set();
        slow.Join();
        Assert.That(quick.AccountExchanges, Is.EqualTo(1));
    }

    [Test]
    public void Inspect_StateInASlot_LastsAcrossRequests()
    {
        StateSlot<long> slot = default;
        long seen = 0;
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("counting", layout =>
            {
                slot = layout.Reserve<long>(SubjectKind.Account);
                return new DelegateDetector("counting", (in InspectionContext context, ref SignalBuffer _) => seen = ++context.Account.State(slot));
            })
            .Build();

        guard.Inspect(Samples.Request("a"));
        guard.Inspect(Samples.Request("b"));
        guard.Inspect(Samples.Request("a"));

        Assert.That(seen, Is.EqualTo(2));
    }

    [Test]
    public void Inspect_SlotOfAnotherGuard_IsAFaultNotAnothersMemory()
    {
        StateSlot<long> foreign = default;
        new DistillationGuardBuilder()
            .Add("other", layout =>
            {
                foreign = layout.Reserve<long>(SubjectKind.Account);
                return new DelegateDetector("other");
            })
            .Build();
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("mixed-up", layout =>
            {
                layout.Reserve<long>(SubjectKind.Account);
                return new DelegateDetector("mixed-up", (in InspectionContext context, ref SignalBuffer _) => context.Account.State(foreign) = -1);
            })
            .Build();

        guard.Inspect(Samples.Request("a"));

        Assert.That(
            (guard.Counters.Faults, guard.Inspect(Samples.Request("a")).AccountExchanges),
            Is.EqualTo((1L, 2L)));
    }

    [Test]
    public void Observe_ObserverThrows_IsCountedAndTheNextIsAsked()
    {
        int asked = 0;
        DistillationGuard guard = Build(
            new DelegateDetector("faulty", observe: (in InferenceOutcome _, in SubjectProfiles _) => throw new InvalidOperationException("A fault.")),
            new DelegateDetector("sound", observe: (in InferenceOutcome _, in SubjectProfiles _) => asked++));

        guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request("a")).Subjects));

        Assert.That((asked, guard.Faults[0].Count, guard.Counters.Observed), Is.EqualTo((1, 1L, 1L)));
    }

    [Test]
    public void Observe_AfterFaultInObserver_LeavesNoProfileLocked()
    {
        DistillationGuard guard = Build(
            new DelegateDetector("faulty", observe: (in InferenceOutcome _, in SubjectProfiles _) => throw new InvalidOperationException("A fault.")));
        SubjectKeys subjects = guard.Inspect(Samples.Request("a")).Subjects;
        guard.Observe(Samples.Outcome(subjects));

        guard.Observe(Samples.Outcome(subjects));

        Assert.That(guard.Counters.Observed, Is.EqualTo(2));
    }

    [Test]
    public void Observe_SubjectsOfARequestNotEvaluated_IsIgnored()
    {
        DistillationGuard guard = Build();

        guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request(string.Empty)).Subjects));

        Assert.That(guard.Counters.Observed, Is.Zero);
    }

    [Test]
    public void Observe_SubjectForgottenMeanwhile_StaysForgotten()
    {
        DistillationGuard guard = Build();

        guard.Observe(Samples.Outcome(new SubjectKeys { Account = new SubjectKey(1, 2), Cohort = new SubjectKey(3, 4) }));

        Assert.That(guard.Counters.Accounts, Is.Zero);
    }

    [Test]
    public void Counters_MoreAccountsThanAllowed_StayAtTheMaximum()
    {
        DistillationGuard guard = new DistillationGuardBuilder().Configure(options => options.MaxAccounts = 5000).Build();
        for (int i = 0; i < 12_000; i++)
        {
            guard.Inspect(Samples.Request("account-" + i));
        }

        Assert.That((guard.Counters.Accounts, guard.Counters.Evictions), Is.EqualTo((5000, 7000L)));
    }

    [Test]
    public void Inspect_SameSecretSameTraffic_GivesSameVerdicts()
    {
        string[] first = Replay(Samples.Secret);
        string[] second = Replay(Samples.Secret);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Inspect_OtherSecret_GivesOtherSubjects() =>
        Assert.That(
            Build().Inspect(Samples.Request("a")).Subjects,
            Is.Not.EqualTo(new DistillationGuardBuilder().Build().Inspect(Samples.Request("a")).Subjects));

    private static string[] Replay(byte[] secret)
    {
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseSecret(secret)
            .Configure(options => options.MaxAccounts = 64)
            .AddRateAnomaly(rate => rate.MinimumCohort = 20)
            .Build();
        var random = new Random(5);
        var texts = new List<string>();
        for (int i = 0; i < 5000; i++)
        {
            string account = "account-" + (int)(Math.Pow(random.NextDouble(), 6) * 100);
            Verdict verdict = guard.Inspect(Samples.Request(account, Samples.Start.AddSeconds(20 * i)));
            texts.Add(verdict.Subjects.Account + " " + verdict.Explain());
        }

        Assert.That(texts, Has.Some.Contains("Innocent if"), "The traffic is too tame to show anything.");
        return [.. texts];
    }

    private static DistillationGuard Build(params DelegateDetector[] detectors)
    {
        var builder = new DistillationGuardBuilder().UseSecret(Samples.Secret);
        foreach (DelegateDetector detector in detectors)
        {
            builder.Add(detector.Name, _ => detector);
        }

        return builder.Build();
    }

    private static DelegateDetector Speaking(string name, float weight) =>
        new(name, (in InspectionContext _, ref SignalBuffer signals) => signals.Add(Samples.Signal(SignalFamily.Volume, weight)));

    private static DelegateDetector Throwing(string name) =>
        new(name, (in InspectionContext _, ref SignalBuffer _) => throw new InvalidOperationException("A fault."));
}
