// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Cli.Findings;

public sealed class ActivityTallyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    [TestCase(30, 1)]
    [TestCase(60 * 11, 2)]
    [TestCase(60 * 24 * 7, 3)]
    [TestCase(60 * 24 * 400, 4)]
    public void Count_TimesInAnyOrder_AgreesWithCountingAtTheEnd(int minutes, int seed)
    {
        var random = new Random(seed);
        var tally = new ActivityTally();
        var times = new List<(SubjectKey Account, DateTimeOffset Time)>();
        for (int i = 0; i < 2000; i++)
        {
            (SubjectKey Account, DateTimeOffset Time) exchange = (Key(random.Next(5)), Start.AddSeconds(random.Next(minutes * 60)));
            times.Add(exchange);
            tally.Count(exchange.Account, exchange.Time);
        }

        for (int account = 0; account < 5; account++)
        {
            IEnumerable<ActivityBin> slow = times
                .Where(exchange => exchange.Account == Key(account))
                .GroupBy(exchange => exchange.Time.UtcTicks / tally.Width.Ticks)
                .OrderBy(bin => bin.Key)
                .Select(bin => new ActivityBin(bin.Key, bin.Count()));

            Assert.That(tally.Of(Key(account))!.Bins, Is.EqualTo(slow));
        }
    }

    [TestCase(1)]
    [TestCase(12)]
    [TestCase(169)]
    [TestCase(24 * 365)]
    public void Count_LogOfAnyLength_HasNoMoreBinsThanPromisedAndNotFewerThanHalfOfThem(int hours)
    {
        var tally = new ActivityTally();
        for (int minute = 0; minute < hours * 60; minute += 3)
        {
            tally.Count(Key(1), Start.AddMinutes(minute));
        }

        Assert.That(tally.Bins, Is.LessThanOrEqualTo(ActivityTally.MaximumBins));
        Assert.That(tally.Bins >= (ActivityTally.MaximumBins / 2) - 1 || tally.Width == TimeSpan.FromSeconds(225), Is.True);
    }

    [Test]
    public void Count_AWeek_IsCountedByTheHour()
    {
        var tally = new ActivityTally();
        tally.Count(Key(1), Start);
        tally.Count(Key(1), Start.AddDays(7).AddSeconds(-1));

        Assert.That((tally.Width, tally.Bins, tally.From), Is.EqualTo((TimeSpan.FromHours(1), 168, Start)));
    }

    [Test]
    public void Count_FirstAndLastMomentsThereAre_StayWithinBounds()
    {
        var tally = new ActivityTally();
        tally.Count(Key(1), DateTimeOffset.MaxValue);
        tally.Count(Key(1), DateTimeOffset.MinValue);

        Assert.That(tally.Bins, Is.LessThanOrEqualTo(ActivityTally.MaximumBins));
        Assert.That(tally.From, Is.EqualTo(DateTimeOffset.MinValue));
        Assert.That(tally.To, Is.GreaterThan(Start));
    }

    [Test]
    public void Of_AccountThatSentNothing_IsNothing() => Assert.That(new ActivityTally().Of(Key(1)), Is.Null);

    private static SubjectKey Key(int number) => new((ulong)number + 1, 0);
}
