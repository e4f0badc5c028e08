// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

public sealed class DailyMaximaTests
{
    [Test]
    public void Highest_RandomScores_AreTheMaximaOfEverySubjectAndDay([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var maxima = new DailyMaxima<int>();
        var oracle = new Dictionary<(int, long), float>();
        for (long day = 100; day < 110; day++)
        {
            for (int i = 0; i < 200; i++)
            {
                int subject = random.Next(12);
                float score = random.NextSingle() - 0.5f;
                maxima.Note(subject, day, score);
                oracle[(subject, day)] = Math.Max(score, oracle.GetValueOrDefault((subject, day), float.MinValue));
            }
        }

        Assert.That((maxima.Days, maxima.Subjects), Is.EqualTo(((long)oracle.Count, 12)));
        Assert.That(maxima.Highest(), Is.EqualTo(oracle.Values.Where(score => score > 0).OrderDescending()));
    }

    [Test]
    public void Note_DayBeforeTheLatest_BelongsToTheLatest()
    {
        var maxima = new DailyMaxima<int>();

        maxima.Note(1, 10, 1);
        maxima.Note(1, 9, 2);

        Assert.That((maxima.Days, maxima.Highest()), Is.EqualTo((1L, new[] { 2f })));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void Highest_NothingAboveZeroOrNoNumber_IsOnlyCounted(float score)
    {
        var maxima = new DailyMaxima<int>();

        maxima.Note(1, 10, score);

        Assert.That((maxima.Days, maxima.Highest()), Is.EqualTo((1L, Array.Empty<float>())));
    }

    [Test]
    public void Highest_MoreThanAreKept_KeepsTheHighestAndCountsAll()
    {
        const int Subjects = GuardCalibration.MostMaxima + 100;
        var maxima = new DailyMaxima<int>();
        for (int i = 0; i < Subjects; i++)
        {
            maxima.Note(i, 1, i + 1);
            maxima.Note(i, 2, 0);
        }

        float[] highest = maxima.Highest();

        Assert.That(
            (maxima.Days, highest.Length, highest[0], highest[^1]),
            Is.EqualTo((2L * Subjects, GuardCalibration.MostMaxima, (float)Subjects, 101f)));
    }

    [Test]
    public void Highest_AskedTwice_IsTheSame()
    {
        var maxima = new DailyMaxima<int>();
        maxima.Note(1, 1, 3);
        maxima.Note(1, 2, 5);

        _ = maxima.Highest();

        Assert.That(maxima.Highest(), Is.EqualTo(new[] { 5f, 3f }));
    }
}
