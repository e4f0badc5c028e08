// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class KnownPlansTests
{
    [Test]
    public void TryGet_NameThatWasAdded_GivesItsHash()
    {
        var plans = new KnownPlans();
        plans.Add("team", 7);

        Assert.That((plans.TryGet("team", out ulong hash), hash), Is.EqualTo((true, 7UL)));
    }

    [Test]
    public void TryGet_ManyNames_NeverGivesTheHashOfAnother()
    {
        var plans = new KnownPlans();
        for (int i = 0; i < 1_000; i++)
        {
            plans.Add($"plan-{i}", (ulong)i + 1);
        }

        int known = 0;
        for (int i = 0; i < 1_000; i++)
        {
            bool isKnown = plans.TryGet($"plan-{i}", out ulong hash);
            known += isKnown ? 1 : 0;
            Assert.That(hash, Is.EqualTo(isKnown ? (ulong)i + 1 : 0));
        }

        Assert.That(known, Is.InRange(1, KnownPlans.Places));
    }

    [Test]
    public void TryGet_VeryLongName_IsNotKept()
    {
        var plans = new KnownPlans();
        string name = new('x', 10_000);
        plans.Add(name, 7);

        Assert.That(plans.TryGet(name, out _), Is.False);
    }

    [Test]
    public void HashPlan_KnownOrNot_IsTheSame()
    {
        var one = new SubjectHasher(new byte[SubjectHasher.SecretLength]);
        ulong first = one.HashPlan("team");

        Assert.That(
            (one.HashPlan("team"), one.HashPlan("other") == first, one.HashPlan(default), new SubjectHasher(new byte[SubjectHasher.SecretLength]).HashPlan("team")),
            Is.EqualTo((first, false, 0UL, first)));
    }
}
