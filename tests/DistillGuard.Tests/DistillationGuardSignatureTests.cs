// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>How detectors reach the signatures of a request, and that they can neither lock each other out nor leak a lock.</summary>
public sealed class DistillationGuardSignatureTests
{
    [Test]
    public void Observe_SignatureRemembered_IsFoundByTheNextRequest()
    {
        long found = 0;
        DistillationGuard guard = Build(
            slot => (in InspectionContext context, ref SignalBuffer _) => found = context.Subjects.Signature("a blob"u8).State(slot),
            slot => (in InferenceOutcome _, in SubjectProfiles subjects) => subjects.Signature("a blob"u8).State(slot) = 7);

        guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request("a")).Subjects));
        guard.Inspect(Samples.Request("b"));

        Assert.That(found, Is.EqualTo(7));
    }

    [Test]
    public void Inspect_TwoBlobs_HaveKeysOfTheirOwn()
    {
        var keys = new List<SubjectKey>();
        DistillationGuard guard = Build(_ => (in InspectionContext context, ref SignalBuffer _) =>
        {
            keys.Add(context.Subjects.Signature("a blob"u8).Key);
            keys.Add(context.Subjects.Signature("another"u8).Key);
            keys.Add(context.Account.Key);
        });

        Verdict verdict = guard.Inspect(Samples.Request("a"));

        Assert.That(keys, Is.Unique.And.All.Matches<SubjectKey>(key => key.IsPresent));
        Assert.That(keys[2], Is.EqualTo(verdict.Subjects.Account));
    }

    [Test]
    public void Inspect_DetectorWithoutSlots_SeesNoSignatureAndNoKeys()
    {
        (bool Signature, bool Account) isPresent = (true, true);
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("stateless", _ => new DelegateDetector("stateless", (in InspectionContext context, ref SignalBuffer _) =>
                isPresent = (context.Subjects.Signature("a blob"u8).IsPresent, context.Subjects.Keys.Account.IsPresent)))
            .Build();

        guard.Inspect(Samples.Request("a"));

        Assert.That(isPresent, Is.EqualTo((false, false)));
    }

    [Test]
    public void Inspect_OnlySignaturesRemembered_KnowsTheOrganizationButKeepsNoProfileOfIt()
    {
        (bool Key, bool Profile) organization = default;
        DistillationGuard guard = Build(_ => (in InspectionContext context, ref SignalBuffer _) =>
            organization = (context.Subjects.Keys.Organization.IsPresent, context.Subjects.Organization.IsPresent));

        guard.Inspect(new InferenceRequest
        {
            Time = Samples.Start,
            Caller = new Caller { Account = "a", Organization = "acme" },
        });

        Assert.That(organization, Is.EqualTo((true, false)));
    }

    [Test]
    public void Inspect_DetectorThrowsWithASignatureHeld_LeavesItUnlocked()
    {
        DistillationGuard guard = Build(
            _ => (in InspectionContext context, ref SignalBuffer _) =>
            {
                context.Subjects.Signature("a blob"u8);
                throw new InvalidOperationException();
            },
            _ => (in InferenceOutcome _, in SubjectProfiles subjects) =>
            {
                subjects.Signature("a blob"u8);
                throw new InvalidOperationException();
            });

        for (int i = 0; i < 3; i++)
        {
            guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request("a")).Subjects)); // would wait for ever
        }

        Assert.That(guard.Counters.Faults, Is.EqualTo(6));
    }

    [Test]
    public void Inspect_AccountsWithTheSameBlobsInOppositeOrder_DoNotWaitForEachOtherForever()
    {
        DistillationGuard guard = Build(
            slot => (in InspectionContext context, ref SignalBuffer _) =>
            {
                bool isEven = context.Request.Caller.Account[0] % 2 == 0;
                context.Subjects.Signature(isEven ? "one"u8 : "two"u8).State(slot)++;
                context.Subjects.Signature(isEven ? "two"u8 : "one"u8).State(slot)++;
            },
            slot => (in InferenceOutcome _, in SubjectProfiles subjects) => subjects.Signature("one"u8).State(slot)++);

        Crowd.Run(4, number =>
        {
            string account = ((char)('a' + number)).ToString();
            for (int i = 0; i < 20_000; i++)
            {
                guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request(account)).Subjects));
            }
        });

        Assert.That((guard.Counters.Evaluated, guard.Counters.Observed, guard.Counters.Faults), Is.EqualTo((80_000L, 80_000L, 0L)));
    }

    [Test]
    public void Inspect_ManyMadeUpBlobs_MakesOnlyAFewProfiles()
    {
        int made = 0;
        DistillationGuard guard = Build(_ => (in InspectionContext context, ref SignalBuffer _) =>
        {
            for (int i = 0; i < 1_000; i++)
            {
                made += context.Subjects.Signature(BitConverter.GetBytes(i)).IsPresent ? 1 : 0;
            }
        });

        guard.Inspect(Samples.Request("a"));

        Assert.That(made, Is.EqualTo(SignatureCursor.RequestRoom));
    }

    [Test]
    public void Inspect_RequestsOfAnAccount_AreNumberedInTheirSubjects()
    {
        DistillationGuard guard = Build(_ => (in InspectionContext _, ref SignalBuffer _) => { });

        long[] numbers =
        [
            guard.Inspect(Samples.Request("a")).Subjects.Exchange,
            guard.Inspect(Samples.Request("b")).Subjects.Exchange,
            guard.Inspect(Samples.Request("a")).Subjects.Exchange,
        ];

        Assert.That(numbers, Is.EqualTo(new long[] { 1, 1, 2 }));
    }

    [Test]
    public void SubjectBytes_SignaturesRemembered_IncludeTheirTable()
    {
        DistillationGuard none = Build(_ => (in InspectionContext _, ref SignalBuffer _) => { }, signatures: 64);
        DistillationGuard many = Build(_ => (in InspectionContext _, ref SignalBuffer _) => { }, signatures: 1_000_000);

        Assert.That(
            many.SubjectBytes - none.SubjectBytes,
            Is.EqualTo(SubjectTable.Bytes(1_000_000, sizeof(long)) - SubjectTable.Bytes(64, sizeof(long))));
    }

    private static DistillationGuard Build(
        Func<StateSlot<long>, InspectAction> inspect,
        Func<StateSlot<long>, ObserveAction>? observe = null,
        int signatures = 4096) => new DistillationGuardBuilder()
            .UseSecret(Samples.Secret)
            .Configure(options => options.MaxSignatures = signatures)
            .Add("signatures", layout =>
            {
                StateSlot<long> slot = layout.Reserve<long>(SubjectKind.Signature);
                return new DelegateDetector("signatures", inspect(slot), observe?.Invoke(slot));
            })
            .Build();
}
