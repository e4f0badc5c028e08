// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.LinkedAccounts;

public sealed class SignUpBurstTests
{
    private const string Burst = "identity.sign-up-burst";

    private static readonly LinkedAccountsAnalyzer Analyzer = new(new LinkedAccountsOptions());

    [Test]
    public void Find_AllWithinThreeDaysOfAYear_IsRare()
    {
        SignUpBurst burst = SignUpBurst.Find(Group(members: 10, spreadDays: 2, others: 1_000).View, burstDays: 3);

        Assert.That((burst.Share, burst.Tail < 1e-9), Is.EqualTo((1d, true)));
        Assert.That(burst.Usual, Is.EqualTo(3 / 365d).Within(0.003));
    }

    [Test]
    public void Find_SpreadLikeEverybody_IsUsual() =>
        Assert.That(SignUpBurst.Find(Group(members: 40, spreadDays: 365, others: 1_000).View, burstDays: 3).Tail, Is.GreaterThan(0.3));

    [Test]
    public void Find_LargeGroupAmongFewOthers_IsUsual()
    {
        // Of 120 others none signed up in these days, which does not mean that hardly anybody does.
        GroupSample group = Group(members: 100, spreadDays: 365, others: 120);

        Assert.That(SignUpBurst.Find(group.View, burstDays: 3).Tail, Is.GreaterThan(0.3));
    }

    [Test]
    public void Find_NobodyElseKnown_IsUsual() =>
        Assert.That(SignUpBurst.Find(Group(members: 10, spreadDays: 2, others: 0).View, burstDays: 3).Tail, Is.EqualTo(1));

    [Test]
    public void Find_EverybodySignedUpThen_IsUsual()
    {
        GroupSample group = Group(members: 10, spreadDays: 2, others: 0);

        group = group with { Population = GroupPopulation.Of(Enumerable.Range(0, 500).Select(i => Traffic.Start.AddMinutes(-5 * i))) };

        Assert.That(SignUpBurst.Find(group.View, burstDays: 3).Tail, Is.GreaterThan(0.3));
    }

    [Test]
    public void Find_SignUpsNotKnown_IsUsual()
    {
        GroupSample group = Group(members: 10, spreadDays: 2, others: 500).WithMembers((member, _) => member with { CreatedTicks = 0 });

        Assert.That(SignUpBurst.Find(group.View, burstDays: 3).Tail, Is.EqualTo(1));
    }

    [Test]
    public void Analyze_Burst_WeighsAtMostTheCapAndNamesTheDays()
    {
        Signal signal = Group(members: 10, spreadDays: 2, others: 1_000).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Info.Id, signal.Weight, signal.Tag.ToString()), Is.EqualTo((Burst, 2.5f, "3")));
        Assert.That(signal.Describe(), Does.StartWith("100 % of the members whose sign-up is known signed up within 3 days; "));
    }

    [Test]
    public void Analyze_ManyGroupsLookedAt_WeighsLess()
    {
        GroupSample group = Group(members: 4, spreadDays: 2, others: 400);

        Assert.That(Weight(group with { Candidates = 5_000 }), Is.LessThan(Weight(group)));
    }

    private static double Weight(GroupSample group) => group.AnalyzedBy(Analyzer).Sum(signal => signal.Weight);

    // Members evenly over some days, others evenly over a year.
    private static GroupSample Group(int members, int spreadDays, int others)
    {
        DateTimeOffset[] own = [.. Enumerable.Range(0, members).Select(i => Traffic.Start.AddDays(-(double)spreadDays * i / members))];
        IEnumerable<DateTimeOffset> all = own.Concat(Enumerable.Range(0, others).Select(i => Traffic.Start.AddDays(-365.0 * i / others)));
        return (GroupSample.InTurn([.. Enumerable.Repeat(2, members)]) with { Population = GroupPopulation.Of(all) })
            .WithMembers((member, i) => member with { CreatedTicks = own[i].UtcTicks });
    }
}
