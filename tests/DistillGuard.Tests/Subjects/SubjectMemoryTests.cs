// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectMemoryTests
{
    [Test]
    public void Hold_KindsWithoutState_AreAbsentAndCostNothing()
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);
        var memory = new SubjectMemory(layout, new GuardOptions());

        HeldSubjects held = memory.Hold(Keys(1, 2, 3));

        Assert.That(
            (held.Profiles.Account.IsPresent, held.Profiles.Payment.IsPresent, held.Profiles.Cohort.IsPresent, memory.Bytes),
            Is.EqualTo((true, false, false, SubjectTable.Bytes(100_000, 8))));
    }

    [Test]
    public void Hold_EqualLinkKeys_HoldsTheProfileOnce()
    {
        SubjectMemory memory = Create(out _);

        HeldSubjects held = memory.Hold(Keys(7, 7, 7));

        Assert.That(
            (held.Profiles.Payment.IsPresent, held.Profiles.Fingerprint.IsPresent, held.Profiles.Egress.IsPresent),
            Is.EqualTo((true, false, false)));
    }

    [Test]
    public void Hold_LinksInAnyOrderOfKeys_GivesEachRoleItsOwnProfile([Values] bool isReversed)
    {
        SubjectMemory memory = Create(out StateSlot<long> slot);
        SubjectKeys keys = isReversed ? Keys(3, 2, 1) : Keys(1, 2, 3);
        HeldSubjects held = memory.Hold(in keys);
        held.Profiles.Payment.State(slot) = 10;
        held.Profiles.Fingerprint.State(slot) = 20;
        held.Profiles.Egress.State(slot) = 30;
        held.Release();

        HeldSubjects payment = memory.Hold(new SubjectKeys { Payment = keys.Payment });
        HeldSubjects egress = memory.Hold(new SubjectKeys { Payment = keys.Egress });

        Assert.That((payment.Profiles.Payment.State(slot), egress.Profiles.Payment.State(slot)), Is.EqualTo((10L, 30L)));
    }

    [Test]
    public void Hold_ThreadsWithSwappedLinks_DoNotWaitForEachOtherForever()
    {
        SubjectMemory memory = Create(out StateSlot<long> slot);

        Crowd.Run(4, number =>
        {
            SubjectKeys keys = number % 2 == 0 ? Keys(1, 2, 3) : Keys(3, 1, 2);
            for (int i = 0; i < 100_000; i++)
            {
                HeldSubjects held = memory.Hold(in keys);
                held.Profiles.Egress.State(slot)++;
                held.Release();
            }
        });

        HeldSubjects last = memory.Hold(Keys(0, 2, 3));
        Assert.That(last.Profiles.Fingerprint.State(slot) + last.Profiles.Egress.State(slot), Is.EqualTo(400_000));
    }

    [Test]
    public void HoldKnown_UnknownSubjects_MakesNone()
    {
        SubjectMemory memory = Create(out _);

        memory.HoldKnown(Keys(1, 2, 3) with { Account = new SubjectKey(9, 9) }).Release();

        Assert.That(memory.Accounts, Is.Zero);
    }

    private static SubjectMemory Create(out StateSlot<long> slot)
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);
        slot = layout.Reserve<long>(SubjectKind.Link);
        return new SubjectMemory(layout, new GuardOptions());
    }

    private static SubjectKeys Keys(ulong payment, ulong fingerprint, ulong egress) => new()
    {
        Account = new SubjectKey(1, 1),
        Payment = new SubjectKey(payment, 0),
        Fingerprint = new SubjectKey(fingerprint, 0),
        Egress = new SubjectKey(egress, 0),
    };
}
