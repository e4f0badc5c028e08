// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

public sealed class GroupPacesTests
{
    private const ulong Words = 0b1111_1111;
    private const ulong OtherWords = 0b1111_1111_0000_0000;

    [Test]
    public void IsApart_BatchThenNothingForDays_IsApart()
    {
        GroupPaces paces = Paces([.. Enumerable.Repeat((6, TimeSpan.FromHours(12), Words), 9), (20, TimeSpan.FromMinutes(1), Words), (2, TimeSpan.FromDays(3), Words)]);

        Assert.That(paces.IsApart(9), Is.True);
    }

    [Test]
    public void IsApart_LikeTheOthers_IsNot()
    {
        GroupPaces paces = Paces([.. Enumerable.Repeat((6, TimeSpan.FromHours(12), Words), 10)]);

        Assert.That(paces.IsApart(9), Is.False);
    }

    [Test]
    public void IsApart_UpToEightInHalfADay_IsNot()
    {
        GroupPaces paces = Paces([.. Enumerable.Repeat((1, TimeSpan.FromHours(12), Words), 9), (8, TimeSpan.FromMinutes(1), Words)]);

        Assert.That(paces.IsApart(9), Is.False);
    }

    [Test]
    public void IsApart_FastAsAllOfItsWording_IsNot()
    {
        GroupPaces paces = Paces(
            [.. Enumerable.Repeat((2, TimeSpan.FromHours(12), Words), 12), .. Enumerable.Repeat((30, TimeSpan.FromMinutes(1), OtherWords), 8)]);

        Assert.That(paces.IsApart(12), Is.False);
    }

    [Test]
    public void IsApart_FastAsTheFewOfItsWording_IsApart()
    {
        GroupPaces paces = Paces(
            [.. Enumerable.Repeat((2, TimeSpan.FromHours(12), Words), 12), .. Enumerable.Repeat((30, TimeSpan.FromMinutes(1), OtherWords), 7)]);

        Assert.That(paces.IsApart(12), Is.True);
    }

    private static GroupPaces Paces((int Exchanges, TimeSpan Gap, ulong Words)[] plans)
    {
        var candidate = new GroupCandidate();
        var members = new GroupMember[plans.Length];
        for (int member = 0; member < plans.Length; member++)
        {
            (int exchanges, TimeSpan gap, ulong words) = plans[member];
            members[member] = new GroupMember { Exchanges = exchanges, LastTicks = gap.Ticks * (exchanges - 1) };
            for (int i = 0; i < exchanges; i++)
            {
                candidate.Exchanges.Add(new GroupExchange { Member = member, Ticks = gap.Ticks * i, Words = words });
            }
        }

        return new GroupPaces(candidate, members);
    }
}
