// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Support;

namespace DistillGuard.Groups;

public sealed class FirstSendersTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);
    private static readonly long Now = Samples.Start.UtcTicks;

    [Test]
    public void Note_SecondOrganization_IsTold()
    {
        FirstSenders senders = Create();

        Assert.That((Note(senders, "piece", 1), Note(senders, "piece", 1), Note(senders, "piece", 2)), Is.EqualTo((false, false, true)));
    }

    [Test]
    public void Note_AfterTheSecondOrganization_BeginsAnew()
    {
        FirstSenders senders = Create();
        Note(senders, "piece", 1);
        Note(senders, "piece", 2);

        Assert.That((Note(senders, "piece", 3), Note(senders, "piece", 4)), Is.EqualTo((false, true)));
    }

    [Test]
    public void Note_SecondOrganizationAfterTheWindow_BecomesTheFirst()
    {
        FirstSenders senders = Create();
        Note(senders, "piece", 1);

        bool late = Note(senders, "piece", 2, Window + TimeSpan.FromMinutes(1));
        bool soon = Note(senders, "piece", 1, Window + TimeSpan.FromMinutes(2));

        Assert.That((late, soon), Is.EqualTo((false, true)));
    }

    [Test]
    public void Note_SeenAgainInBetween_TheWindowRunsFromThen()
    {
        FirstSenders senders = Create();
        Note(senders, "piece", 1);
        Note(senders, "piece", 1, Window);

        Assert.That(Note(senders, "piece", 2, Window * 2), Is.True);
    }

    [Test]
    public void Note_AnyPiecesOfFewInALargeCache_IsTheDictionaryOfFirstSenders() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 3], Gen.Int[0, 4_000]).Array[0, 300].Sample(
            steps =>
            {
                FirstSenders senders = Create();
                var expected = new Dictionary<int, (int Organization, int Minute)>();
                int minute = 0;
                foreach ((int piece, int organization, int later) in steps)
                {
                    minute += later;
                    bool isKnown = expected.TryGetValue(piece, out (int Organization, int Minute) first) && first.Minute >= minute - Window.TotalMinutes;
                    bool isSecond = isKnown && first.Organization != organization;
                    Assert.That(Note(senders, "piece " + piece, organization, TimeSpan.FromMinutes(minute)), Is.EqualTo(isSecond));
                    if (isSecond)
                    {
                        expected.Remove(piece);
                    }
                    else
                    {
                        expected[piece] = (organization, minute);
                    }
                }
            },
            iter: 2_000);

    [Test]
    public void Note_AThirdOfTheCapacity_RemembersNearlyAll()
    {
        FirstSenders senders = Create(100_000);
        for (int i = 0; i < 33_000; i++)
        {
            Note(senders, "piece " + i, 1);
        }

        Assert.That(Enumerable.Range(0, 33_000).Count(i => Note(senders, "piece " + i, 2)), Is.GreaterThan(32_600));
    }

    [Test]
    public void Note_FloodPassingThrough_APieceSeenInBetweenStays()
    {
        FirstSenders senders = Create(10_000);
        Note(senders, "template", 1);
        for (int i = 0; i < 500_000; i++)
        {
            Note(senders, "made up " + i, 3);
            if (i % 1_000 == 0)
            {
                Note(senders, "template", 1);
            }
        }

        Assert.That(Note(senders, "template", 2), Is.True);
    }

    [Test]
    public void Note_FullSet_TheOneLeastRecentlySeenGoes()
    {
        var senders = new FirstSenders(8, Window);
        for (int i = 0; i < 8; i++)
        {
            Note(senders, "piece " + i, 1);
        }

        Note(senders, "piece 0", 1);
        Note(senders, "piece 8", 1);

        Assert.That(Enumerable.Range(0, 9).Where(i => !Note(senders, "piece " + i, 2)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void BytesFor_Capacity_IsSixteenEach() => Assert.That(FirstSenders.BytesFor(1_000_000), Is.EqualTo(16_000_000));

    private static FirstSenders Create(int capacity = 1_024) => new(capacity, Window);

    private static bool Note(FirstSenders senders, string piece, int organization, TimeSpan later = default) =>
        senders.Note(GroupTraffic.Key(piece), (ulong)organization, Now + later.Ticks, out _);
}
