// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.RelayFanIn;

public sealed class ConversationOverlapTests
{
    private const long Window = 15 * TimeSpan.TicksPerMinute;
    private const long Start = TimeSpan.TicksPerDay;

    [Test]
    public void Size_Is112Bytes() => Assert.That(Unsafe.SizeOf<ConversationOverlap>(), Is.EqualTo(112));

    [Test]
    public void Add_OneAfterTheOther_NoneOverlaps() => Assert.That(Send("AAABBBCCCDDD"), Is.Zero);

    [Test]
    public void Add_EachOnce_NoneOverlaps() => Assert.That(Send("ABCDEFGHIJKLM"), Is.Zero);

    [Test]
    public void Add_ThreeInTurn_ThreeOverlap() => Assert.That(Send("ABCABC"), Is.EqualTo(3).Within(0.05));

    [Test]
    public void Add_OneGoesOnAfterAnother_OneOverlaps() => Assert.That(Send("ABA"), Is.EqualTo(1).Within(0.01));

    [Test]
    public void Add_GoesOnInTheNextWindow_BeginsAnew() => Assert.That(Send("ABABA", gap: Window / 2), Is.LessThan(1.1));

    [Test]
    public void Add_ClockPutBack_BeginsAnew()
    {
        var overlap = default(ConversationOverlap);
        overlap.Add(HashOf('A'), Start, Window);
        overlap.Add(HashOf('B'), Start, Window);

        Assert.That(overlap.Add(HashOf('A'), Start - (10 * Window), Window), Is.Zero);
    }

    // Against an oracle that forgets nothing: places collide, so some are missed; none is made up.
    [TestCase(3)]
    [TestCase(8)]
    [TestCase(20)]
    public void Add_ConversationsInRandomTurns_CountsNearlyAllAndNeverMore(int conversations)
    {
        var random = new Random(20260105);
        double toldInAll = 0;
        double returnedInAll = 0;
        for (int round = 0; round < 200; round++)
        {
            var overlap = default(ConversationOverlap);
            ulong[] hashes = [.. Enumerable.Range(0, conversations).Select(_ => (ulong)random.NextInt64())];
            var seen = new HashSet<int>();
            var returned = new HashSet<int>();
            int latest = -1;
            double told = 0;
            for (int i = 0; i < 10 * conversations; i++)
            {
                int one = random.Next(conversations);
                _ = !seen.Add(one) && one != latest && returned.Add(one);
                latest = one;
                told = overlap.Add(hashes[one], Start + i, Window);
            }

            // Linear counting of a few errs by its load at most.
            Assert.That(told, Is.LessThanOrEqualTo(returned.Count * 1.08));
            toldInAll += told;
            returnedInAll += returned.Count;
        }

        Assert.That(toldInAll, Is.GreaterThan(0.9 * returnedInAll));
    }

    private static double Send(string conversations, long gap = TimeSpan.TicksPerSecond)
    {
        var overlap = default(ConversationOverlap);
        double told = 0;
        for (int i = 0; i < conversations.Length; i++)
        {
            told = overlap.Add(HashOf(conversations[i]), Start + (i * gap), Window);
        }

        return told;
    }

    private static ulong HashOf(char conversation) => conversation * 0x9E3779B97F4A7C15;
}
