// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectProfileTests
{
    [Test]
    public void State_TwoSlots_DoNotOverlap()
    {
        var layout = new SubjectLayout();
        StateSlot<long> first = layout.Reserve<long>(SubjectKind.Account);
        StateSlot<long> second = layout.Reserve<long>(SubjectKind.Account);
        var profile = new SubjectProfile(SubjectKind.Account, new SubjectKey(1, 2), layout, new byte[16], isNew: true);

        profile.State(first) = -1;
        profile.State(second) = 7;

        Assert.That((profile.State(first), profile.State(second)), Is.EqualTo((-1L, 7L)));
    }

    [Test]
    public void State_SlotOfAnotherKind_SaysWhichKindItIsFor()
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);
        StateSlot<long> slot = layout.Reserve<long>(SubjectKind.Link);

        Assert.That(
            () => _ = new SubjectProfile(SubjectKind.Account, new SubjectKey(1, 2), layout, new byte[8], isNew: true).State(slot),
            Throws.InvalidOperationException.With.Message.Contains("is for Link profiles").And.Message.Contains("this Account profile"));
    }

    [Test]
    public void State_SlotOfAnotherGuardThatWouldFit_Throws()
    {
        StateSlot<long> foreign = new SubjectLayout().Reserve<long>(SubjectKind.Account);
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);

        Assert.That(
            () => _ = new SubjectProfile(SubjectKind.Account, new SubjectKey(1, 2), layout, new byte[8], isNew: true).State(foreign),
            Throws.InvalidOperationException.With.Message.Contains("Reserve it from the layout this guard was built with"));
    }

    [Test]
    public void State_DefaultSlot_DoesNotReachTheEnginesOwnState()
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Account);

        Assert.That(
            () => _ = new SubjectProfile(SubjectKind.Account, new SubjectKey(1, 2), layout, new byte[8], isNew: true).State(default(StateSlot<long>)),
            Throws.InvalidOperationException);
    }

    [Test]
    public void State_AbsentSubject_SaysThatRequestHasNone()
    {
        StateSlot<long> slot = new SubjectLayout().Reserve<long>(SubjectKind.Organization);

        Assert.That(
            () => _ = default(SubjectProfile).State(slot),
            Throws.InvalidOperationException.With.Message.Contains("This request has no Organization"));
    }

    [Test]
    public void State_AbsentSubjectAndDefaultSlot_Throws() =>
        Assert.That(() => _ = default(SubjectProfile).State(default(StateSlot<long>)), Throws.InvalidOperationException);
}
