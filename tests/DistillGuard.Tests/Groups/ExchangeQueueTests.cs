// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Groups;

public sealed class ExchangeQueueTests
{
    [Test]
    public void TryTake_AddedInTurnAroundTheRingSeveralTimes_KeepsTheOrder()
    {
        var queue = new ExchangeQueue(5);
        var taken = new List<long>();
        long next = 0;
        for (int round = 0; round < 20; round++)
        {
            for (int i = 0; i < 1 + (round % 5); i++)
            {
                queue.Add(new ExchangeRecord { Ticks = next++ });
            }

            while (queue.TryTake(out ExchangeRecord record))
            {
                taken.Add(record.Ticks);
            }
        }

        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, (int)next)));
    }

    [Test]
    public void Add_FullQueue_DropsTheNewAndCountsIt()
    {
        var queue = new ExchangeQueue(3);
        for (int i = 0; i < 5; i++)
        {
            queue.Add(new ExchangeRecord { Ticks = i });
        }

        queue.TryTake(out ExchangeRecord first);
        Assert.That((queue.Dropped, queue.Count, first.Ticks), Is.EqualTo((2L, 2, 0L)));
    }

    [Test]
    public void TryTake_EmptyQueue_GivesNothing() =>
        Assert.That((new ExchangeQueue(3).TryTake(out ExchangeRecord record), record.Ticks), Is.EqualTo((false, 0L)));

    [Test]
    public void Add_WholeRecord_ComesOutWhole()
    {
        var queue = new ExchangeQueue(3);
        ExchangeRecord added = GroupTraffic.Record("a", "o", 1, text: 9, "piece one", "piece two");
        queue.Add(in added);

        queue.TryTake(out ExchangeRecord taken);

        Assert.That(
            (taken.Account, taken.Organization, taken.Ticks, taken.Text, taken.Pieces.Hashes64.ToArray()),
            Is.EqualTo((added.Account, added.Organization, added.Ticks, added.Text, added.Pieces.Hashes64.ToArray())));
    }

    [Test]
    public void Add_ThreeThreadsWhileAFourthTakes_LosesAndInventsNothing()
    {
        const int Each = 100_000;
        var queue = new ExchangeQueue(1_000);
        var taken = new List<(long Writer, long Number)>();
        int writing = 3;

        Crowd.Run(4, thread =>
        {
            if (thread < 3)
            {
                for (int i = 0; i < Each; i++)
                {
                    queue.Add(new ExchangeRecord { Ticks = i, CreatedTicks = thread });
                }

                Interlocked.Decrement(ref writing);
                return;
            }

            bool isLast;
            do
            {
                isLast = Volatile.Read(ref writing) == 0;
                while (queue.TryTake(out ExchangeRecord record))
                {
                    taken.Add((record.CreatedTicks, record.Ticks));
                }
            }
            while (!isLast);
        });

        bool isInOrder = taken.GroupBy(one => one.Writer).All(own => own.Zip(own.Skip(1)).All(pair => pair.First.Number < pair.Second.Number));
        Assert.That((taken.Count + queue.Dropped, isInOrder), Is.EqualTo((3L * Each, true)));
    }
}
