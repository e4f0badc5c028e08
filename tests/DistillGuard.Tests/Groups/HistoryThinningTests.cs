// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Groups;

public sealed class HistoryThinningTests
{
    private const int Capacity = 1_024;

    [Test]
    public void Take_FullHistoryOfAFewLoudAccounts_KeepsWhatTheQuietOnesSent()
    {
        GroupMemory memory = Create();
        for (int i = 0; i < 50; i++)
        {
            Send(memory, "quiet " + (i % 25), i);
        }

        for (int i = 50; i < 100_000; i++)
        {
            Send(memory, "loud " + (i % 3), i);
        }

        Assert.That(CountOf(memory, account => account.StartsWith("quiet", StringComparison.Ordinal)), Is.EqualTo(50));
    }

    [Test]
    public void Take_OneMoreThanTheHistoryHolds_LeavesTheFairSharesOfThreeQuarters()
    {
        GroupMemory memory = Create();
        int[] sent = [3, 700, 40, 101, 180];
        var order = new List<int>();
        for (int turn = 0; order.Count < Capacity; turn++)
        {
            order.AddRange(Enumerable.Range(0, sent.Length).Where(i => turn < sent[i]));
        }

        for (int i = 0; i <= Capacity; i++)
        {
            Send(memory, "account " + (i < Capacity ? order[i] : 0), i);
        }

        // The largest share that fits: 3 + 40 + 101 + 180 + 444 = 768. The exchange that made room necessary comes on top.
        int[] left = [.. Enumerable.Range(0, sent.Length).Select(i => CountOf(memory, account => account == "account " + i))];
        Assert.That(left, Is.EqualTo(new[] { 4, 444, 40, 101, 180 }));
    }

    [Test]
    public void Take_OneAccountAlone_KeepsItsLatest()
    {
        GroupMemory memory = Create();
        for (int i = 0; i <= Capacity; i++)
        {
            Send(memory, "alone", i);
        }

        Assert.That(
            Enumerable.Range(0, memory.History.Count).Select(i => memory.History[i].Ticks),
            Is.EqualTo(Enumerable.Range(Capacity / 4, (Capacity * 3 / 4) + 1).Select(i => Samples.Start.AddSeconds(i).UtcTicks)));
    }

    private static GroupMemory Create()
    {
        var memory = new GroupMemory(new GroupOptions { MaxExchanges = Capacity }, CommonPieces.None);
        memory.Share(-10, "piece");
        memory.History.Truncate(0);
        return memory;
    }

    private static void Send(GroupMemory memory, string account, int second) =>
        memory.Take(GroupTraffic.Record(account, account, second, (ulong)second, "piece") with { Model = (uint)GroupTraffic.Key(account) });

    private static int CountOf(GroupMemory memory, Func<string, bool> isMeant)
    {
        uint[] models = [.. Enumerable.Range(0, 25).SelectMany(i => new[] { "quiet " + i, "loud " + i, "account " + i }).Where(isMeant).Select(name => (uint)GroupTraffic.Key(name))];
        return Enumerable.Range(0, memory.History.Count).Count(i => models.Contains(memory.History[i].Model));
    }
}
