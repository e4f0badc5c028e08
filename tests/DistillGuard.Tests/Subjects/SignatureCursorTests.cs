// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Subjects;

public sealed class SignatureCursorTests
{
    private static readonly SubjectHasher Hasher = new(Samples.Secret);

    [Test]
    public void MoveTo_SameBlobAgain_FindsTheSameState()
    {
        SubjectMemory memory = Create(out StateSlot<long> slot);
        SignatureCursor cursor = memory.Signatures(Hasher, 8);

        cursor.MoveTo("a blob"u8).State(slot) = 42;
        long found = cursor.MoveTo("a blob"u8).State(slot);

        Assert.That(found, Is.EqualTo(42));
    }

    [Test]
    public void MoveTo_AnotherBlob_LetsGoOfTheOneBefore()
    {
        SubjectMemory memory = Create(out _);
        SignatureCursor first = memory.Signatures(Hasher, 8);
        SignatureCursor second = memory.Signatures(Hasher, 8);

        first.MoveTo("one"u8);
        first.MoveTo("two"u8);

        Assert.That(second.MoveTo("one"u8).IsPresent, Is.True); // would wait for ever
        second.Release();
        first.Release();
    }

    [Test]
    public void Release_Twice_IsHarmless()
    {
        SubjectMemory memory = Create(out _);
        SignatureCursor cursor = memory.Signatures(Hasher, 8);
        cursor.MoveTo("one"u8);

        cursor.Release();
        cursor.Release();

        Assert.That(cursor.MoveTo("one"u8).IsPresent, Is.True);
    }

    [Test]
    public void MoveTo_MoreNewBlobsThanRoom_MakesNoMoreButFindsTheKnown()
    {
        SubjectMemory memory = Create(out _);
        SignatureCursor cursor = memory.Signatures(Hasher, 2);

        bool[] present =
        [
            cursor.MoveTo("one"u8).IsPresent,
            cursor.MoveTo("one"u8).IsPresent,
            cursor.MoveTo("two"u8).IsPresent,
            cursor.MoveTo("three"u8).IsPresent,
            cursor.MoveTo("one"u8).IsPresent,
        ];

        Assert.That(present, Is.EqualTo(new[] { true, true, true, false, true }));
    }

    [Test]
    public void MoveTo_EmptyBlob_IsAbsent()
    {
        SubjectMemory memory = Create(out _);

        Assert.That(memory.Signatures(Hasher, 8).MoveTo([]).IsPresent, Is.False);
    }

    [Test]
    public void MoveTo_NobodyRemembersSignatures_IsAbsent()
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);
        var memory = new SubjectMemory(layout, new GuardOptions());

        Assert.That(memory.Signatures(Hasher, 8).MoveTo("a blob"u8).IsPresent, Is.False);
    }

    [Test]
    public void MoveTo_ThreadsInOppositeOrder_DoNotWaitForEachOtherForever()
    {
        SubjectMemory memory = Create(out StateSlot<long> slot);

        Crowd.Run(4, number =>
        {
            SignatureCursor cursor = memory.Signatures(Hasher, 8);
            for (int i = 0; i < 50_000; i++)
            {
                cursor.MoveTo(number % 2 == 0 ? "one"u8 : "two"u8).State(slot)++;
                cursor.MoveTo(number % 2 == 0 ? "two"u8 : "one"u8).State(slot)++;
            }

            cursor.Release();
        });

        SignatureCursor last = memory.Signatures(Hasher, 0);
        Assert.That((last.MoveTo("one"u8).State(slot), last.MoveTo("two"u8).State(slot)), Is.EqualTo((200_000L, 200_000L)));
    }

    [Test]
    public void MoveTo_MoreBlobsThanCapacity_ForgetsTheOldestAndTakesNoMoreMemory()
    {
        SubjectMemory memory = Create(out _);
        long bytes = memory.Bytes;
        SignatureCursor cursor = memory.Signatures(Hasher, int.MaxValue);

        for (int i = 0; i < 10_000; i++)
        {
            cursor.MoveTo(BitConverter.GetBytes(i));
        }

        cursor.Release();
        Assert.That((memory.Bytes, memory.Evictions), Is.EqualTo((bytes, 10_000L - 4096)));
    }

    private static SubjectMemory Create(out StateSlot<long> slot)
    {
        var layout = new SubjectLayout();
        slot = layout.Reserve<long>(SubjectKind.Signature);
        return new SubjectMemory(layout, new GuardOptions { MaxSignatures = 4096 });
    }
}
