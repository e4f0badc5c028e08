// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Findings;

public sealed class ScoreHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public void Note_MoreThanThereIsRoomFor_KeepsThePeaksInOrderOfTime()
    {
        var history = new ScoreHistory();
        for (int i = 0; i < 5000; i++)
        {
            history.Note(Start.AddMinutes(i), i == 777 ? 50 : i % 7);
        }

        Assert.That(history.Points, Has.Count.LessThanOrEqualTo(ScoreHistory.MaximumPoints));
        Assert.That(history.Points, Is.Ordered.By(nameof(ScorePoint.Time)));
        Assert.That(history.Points, Has.Member(new ScorePoint(Start.AddMinutes(777), 50)));
    }

    [Test]
    public void Note_SameTimeAgain_IsTheSameTest()
    {
        var history = new ScoreHistory();
        history.Note(Start, 3);
        history.Note(Start, 3);

        Assert.That(history.Points, Is.EqualTo([new ScorePoint(Start, 3)]));
    }

    [Test]
    public void Note_NotANumber_IsLeftOut()
    {
        var history = new ScoreHistory();
        history.Note(Start, float.NaN);

        Assert.That(history.Points, Is.Empty);
    }
}
