// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Groups;

public sealed class ExchangeHistoryTests
{
    [Test]
    public void History_AnyAddsAndForgetting_IsTheQueueOfThem() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 20].Array[0, 300]).Sample(
            (capacity, steps) =>
            {
                var history = new ExchangeHistory(capacity);
                var expected = new List<long>();
                long ticks = 0;
                foreach (int step in steps)
                {
                    switch (step)
                    {
                        case 0:
                            history.ForgetBefore(ticks - 10);
                            expected.RemoveAll(time => time < ticks - 10);
                            break;
                        case 1:
                            history.Truncate(expected.Count / 2);
                            expected.RemoveRange(expected.Count / 2, expected.Count - (expected.Count / 2));
                            break;
                        default:
                            history.Add().Ticks = ++ticks;
                            expected.Add(ticks);
                            expected.RemoveRange(0, Math.Max(0, expected.Count - capacity));
                            break;
                    }
                }

                return Times(history).SequenceEqual(expected);
            },
            iter: 5_000);

    [Test]
    public void Add_ManyTimesTheFirstRoom_KeepsTheLatest()
    {
        var history = new ExchangeHistory(5_000);
        for (int i = 0; i < 12_345; i++)
        {
            history.Add().Ticks = i;
        }

        Assert.That(Times(history), Is.EqualTo(Enumerable.Range(12_345 - 5_000, 5_000)));
    }

    [Test]
    public void Add_PlaceUsedBefore_IsZeroed()
    {
        var history = new ExchangeHistory(1);
        history.Add().Model = 5;

        Assert.That(history.Add().Model, Is.Zero);
    }

    [Test]
    public void ForgetBefore_LaterOneStandsFirst_StopsThere()
    {
        var history = new ExchangeHistory(8);
        history.Add().Ticks = 10;
        history.Add().Ticks = 3;

        history.ForgetBefore(5);

        Assert.That(Times(history), Is.EqualTo(new[] { 10, 3 }));
    }

    private static List<long> Times(ExchangeHistory history) => [.. Enumerable.Range(0, history.Count).Select(i => history[i].Ticks)];
}
