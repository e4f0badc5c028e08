// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What an account and a cohort cost; <c>docs/detectors/upstream-refusal.md</c> quotes these numbers.</summary>
public sealed class UpstreamRefusalStateTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(1);

    [Test]
    public void State_OfAnAccount_Is144Bytes() => Assert.That(Unsafe.SizeOf<UpstreamRefusalState>(), Is.EqualTo(144));

    [Test]
    public void State_OfACohort_Is544Bytes() => Assert.That(Unsafe.SizeOf<RefusalCohortState>(), Is.EqualTo(544));

    [Test]
    public void CountRefusal_SamePromptAgain_DoesNotCount()
    {
        var state = default(UpstreamRefusalState);
        state.Pending.Add(1, prompt: 7);
        state.Pending.Add(2, prompt: 7);

        Assert.That((state.CountRefusal(1, 100, HalfLife), state.CountRefusal(2, 100, HalfLife)), Is.EqualTo((true, false)));
    }

    [Test]
    public void CountRefusal_SamePromptWhenAllHasFaded_CountsAgain()
    {
        var state = default(UpstreamRefusalState);
        state.Pending.Add(1, prompt: 7);
        state.CountRefusal(1, 100, HalfLife);

        Assert.That(state.CountRefusal(1, 100 + (2 * HalfLife.Ticks), HalfLife), Is.True);
    }

    [Test]
    public void PendingPrompts_Overwritten_AreForgotten()
    {
        var pending = default(PendingPrompts);
        pending.Add(3, 30);
        pending.Add(3 + PendingPrompts.Count, 31);

        Assert.That((pending.Of(3), pending.Of(3 + PendingPrompts.Count)), Is.EqualTo(((ushort)0, (ushort)31)));
    }

    [TestCase("reasoning_extraction", true)]
    [TestCase("REASONING_extraction", true)]
    [TestCase("reasoning_extraction ", false)]
    [TestCase("reasoning", false)]
    [TestCase("", false)]
    public void RefusalCategories_Contain_ComparesWholeWords(string refusal, bool expected) =>
        Assert.That(
            new RefusalCategories(["cyber", "reasoning_extraction"]).Contain(System.Text.Encoding.UTF8.GetBytes(refusal)),
            Is.EqualTo(expected));
}
