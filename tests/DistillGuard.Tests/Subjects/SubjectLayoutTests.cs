// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectLayoutTests
{
    [Test]
    public void Reserve_OddSizes_AlignsEverySlotToEightBytes()
    {
        var layout = new SubjectLayout();

        StateSlot<byte> first = layout.Reserve<byte>(SubjectKind.Account);
        StateSlot<long> second = layout.Reserve<long>(SubjectKind.Account);
        StateSlot<(long, int)> third = layout.Reserve<(long, int)>(SubjectKind.Account);

        Assert.That((first.Offset, second.Offset, third.Offset, layout.BytesPer(SubjectKind.Account)), Is.EqualTo((0, 8, 16, 32)));
    }

    [Test]
    public void Reserve_TwoKinds_AreCountedApart()
    {
        var layout = new SubjectLayout();

        layout.Reserve<long>(SubjectKind.Account);
        StateSlot<long> link = layout.Reserve<long>(SubjectKind.Link);

        Assert.That((link.Offset, layout.BytesPer(SubjectKind.Link), layout.BytesPer(SubjectKind.Cohort)), Is.EqualTo((0, 8, 0)));
    }

    [Test]
    public void Reserve_AfterClose_SaysThatGuardIsBuilt()
    {
        var layout = new SubjectLayout();
        layout.Close();

        Assert.That(() => layout.Reserve<long>(SubjectKind.Account), Throws.InvalidOperationException.With.Message.Contains("is built"));
    }

    [Test]
    public void Reserve_UnknownKind_Throws() =>
        Assert.That(() => new SubjectLayout().Reserve<long>((SubjectKind)200), Throws.TypeOf<ArgumentOutOfRangeException>());
}
