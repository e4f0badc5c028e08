// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.CoordinatedTiming;

public sealed class PortionCountsTests
{
    [Test]
    public void Of_AnyOrder_AgreesWithTheDefinition() =>
        Gen.Int[0, 5].Array[2, 60].Sample(senders =>
        {
            PortionCounts counts = PortionCounts.Of(GroupSample.Sent(6, senders).View, new bool[6]);
            double[] portions = [.. senders.GroupBy(member => member).Select(same => (double)same.Count())];
            double mean = portions.Average();
            double variance = portions.Length < 2 ? 0 : portions.Sum(portion => Math.Pow(portion - mean, 2)) / (portions.Length - 1);

            return counts.Members == portions.Length
                && counts.Total == senders.Length
                && counts.Repeats == Enumerable.Range(1, senders.Length - 1).Count(i => senders[i] == senders[i - 1])
                && Math.Abs(counts.ExpectedRepeats - portions.Sum(portion => portion * (portion - 1) / senders.Length)) < 1e-9
                && Math.Abs(counts.Excess - ((variance - mean) / (mean * mean))) < 1e-9;
        });

    [Test]
    public void Of_MembersLeftOut_AreAsIfTheyHadSentNothing()
    {
        PortionCounts counts = PortionCounts.Of(GroupSample.Sent(3, 0, 1, 0, 2, 2, 1, 0).View, [false, true, false]);

        Assert.That((counts.Members, counts.Total, counts.Repeats), Is.EqualTo((2, 5, 2)));
    }

    [Test]
    public void Of_NothingSent_IsZero()
    {
        PortionCounts counts = PortionCounts.Of(GroupSample.InTurn(0, 0).View, [false, false]);

        Assert.That((counts.Members, counts.Total, counts.ExpectedRepeats, counts.Excess), Is.EqualTo((0, 0, 0d, 0d)));
    }

    [Test]
    public void Of_TwoSittings_CountsTwoVisits()
    {
        GroupSample group = GroupSample.Sent(1, 0, 0, 0, 0).WithExchanges(
            (exchange, i) => exchange with { Ticks = Traffic.Start.UtcTicks + TimeSpan.FromMinutes(i < 2 ? i : 14 + i).Ticks });

        Assert.That(PortionCounts.Of(group.View, [false]).Visits, Is.EqualTo(2));
    }
}
