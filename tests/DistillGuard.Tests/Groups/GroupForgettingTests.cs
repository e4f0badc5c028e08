// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Text;

namespace DistillGuard.Groups;

public sealed class GroupForgettingTests
{
    private const int Minute = 60;
    private const int Day = 86_400;

    [Test]
    public void Memory_AnyTrafficThroughTinyTables_AgreesWithItself() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                (GroupMemory memory, GroupOptions options) = Run(seed, 3_000);
                string[] faults = [.. GroupMemoryCheck.Faults(memory, options)];
                Assert.That(faults, Is.Empty);
            },
            iter: 30,
            threads: 2);

    [Test]
    public void Memory_SameTrafficTwice_IsTheSame()
    {
        (GroupMemory first, _) = Run(5, 20_000);
        (GroupMemory second, _) = Run(5, 20_000);

        Assert.That(GroupMemoryCheck.Describe(first), Is.EqualTo(GroupMemoryCheck.Describe(second)));
    }

    [Test]
    public void Take_FloodOfPiecesSeenOnce_TheLinkingPieceStays()
    {
        GroupMemory memory = Create(options => options.MaxPieces = 1_024);
        Campaign(memory, 0);
        for (int i = 0; i < 100_000; i++)
        {
            memory.Take(GroupTraffic.Record("flooder", "flooder", 1 + i, (ulong)i, "made up " + i, "another " + i, "a third " + i));
        }

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count, memory.Overflows), Is.EqualTo((true, 12, 0L)));
    }

    [Test]
    public void Take_FloodOfPiecesThatTwoAccountsShare_TheLinkingPieceStays()
    {
        GroupMemory memory = Create(options => (options.MaxPieces, options.MaxMemberships, options.MaxExchanges) = (1_024, 1_024, 1_024));
        Campaign(memory, 0);
        for (int i = 0; i < 30_000; i++)
        {
            memory.Take(GroupTraffic.Record("one", "One", 1 + i, (ulong)i, "made up " + i, "another " + i));
            memory.Vary("two", "Two", 1 + i, "made up " + i, "another " + i);
        }

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count, memory.Overflows), Is.EqualTo((true, 12, 0L)));
    }

    [Test]
    public void Take_FloodOfAccounts_TheLinkingPieceAndItsAccountsStay()
    {
        GroupMemory memory = Create(options => (options.MaxAccounts, options.MaxPieces) = (64, 1_024));
        Campaign(memory, 0);
        for (int i = 0; i < 50_000; i++)
        {
            memory.Take(GroupTraffic.Record("flooder " + i, "flooder " + i, 1 + i, (ulong)i, "made up " + i));
        }

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count, memory.Overflows), Is.EqualTo((true, 12, 0L)));
    }

    [Test]
    public void Take_FloodOfAccountsThatSendAKnownPieceOnce_TheLinkingPieceAndItsAccountsStay()
    {
        GroupMemory memory = Create(options => (options.MaxAccounts, options.MaxMemberships) = (64, 1_024));
        Campaign(memory, 0);
        for (int i = 0; i < 50_000; i++)
        {
            memory.Take(GroupTraffic.Record("flooder " + i, "flooder " + i, 1 + i, (ulong)i, "template"));
        }

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count, memory.Overflows), Is.EqualTo((true, 12, 0L)));
    }

    [Test]
    public void Take_FloodOfPiecesThatLinkThreeMadeUpOrganizations_APieceInUseStays()
    {
        GroupMemory memory = Create(options => (options.MaxPieces, options.MaxMemberships) = (1_024, 4_096));
        Campaign(memory, 0);
        for (int i = 0; i < 5_000; i++)
        {
            memory.Share(i, "made up " + i);
            memory.Vary("one", "One", i, "made up " + i);
            memory.Vary("two", "Two", i, "made up " + i);
            memory.Vary("three", "Three", i, "made up " + i);
            if (i % 100 == 0)
            {
                memory.Take(GroupTraffic.Record("member 3", "M3", i, (ulong)i, "template"));
            }
        }

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count), Is.EqualTo((true, 12)));
    }

    [Test]
    public void Take_FloodBetweenTwoRequestsOfQuietMembers_APieceInUseKeepsThem()
    {
        GroupMemory memory = Create(options => (options.MaxPieces, options.MaxMemberships, options.MaxExchanges) = (4_096, 1_024, 1_024));
        memory.Share(0, "template");
        foreach (string member in new[] { "a", "b", "c" })
        {
            memory.Take(GroupTraffic.Record(member, member, 0, 1, "template"));
        }

        for (int i = 1; i < 10_000; i++)
        {
            memory.Share(i, "made up " + i);
            memory.Take(GroupTraffic.Record(i % 100 == 0 ? "another member" : "somebody", "X", i, 1, i % 100 == 0 ? "template" : "own"));
        }

        foreach (string member in new[] { "a", "b", "c" })
        {
            memory.Take(GroupTraffic.Record(member, member, 10_000, 2, "template"));
        }

        Assert.That((memory.IsLink("template"), memory.Overflows), Is.EqualTo((true, 0L)));
    }

    [Test]
    public void Take_FloodOfLinks_ThoseOfSeveralHoldersStay()
    {
        GroupMemory memory = Create(options => options.MaxAccounts = 64);
        Pay(memory, "a", "shared card");
        Pay(memory, "b", "shared card");
        for (int i = 0; i < 20_000; i++)
        {
            memory.Take(GroupTraffic.Record("c" + (i % 40), "c", i, 1) with
            {
                Payment = GroupTraffic.Key("card " + i),
                Fingerprint = GroupTraffic.Key("client " + i),
                Egress = GroupTraffic.Key("prefix " + i),
            });
        }

        Assert.That((memory.HoldersOf(GroupTraffic.Key("shared card")), memory.Overflows), Is.EqualTo((2, 0L)));
    }

    [Test]
    public void Take_FullTables_CountsWhatMadeRoom()
    {
        GroupMemory memory = Create(options => options.MaxAccounts = 64);
        for (int i = 0; i < 65; i++)
        {
            memory.Take(GroupTraffic.Record("account " + i, "A", i, 1));
        }

        Assert.That((memory.Evictions, memory.Accounts.Count), Is.EqualTo((16L, 49)));
    }

    [Test]
    public void Take_FullTable_ForgetsTheLeastRecentlySeen()
    {
        GroupMemory memory = Create(options => options.MaxAccounts = 64);
        for (int i = 0; i < 64; i++)
        {
            memory.Take(GroupTraffic.Record("account " + i, "A", i, 1));
        }

        memory.Take(GroupTraffic.Record("account 0", "A", 100, 1)); // full: forgets sixteen, the first not among them if it was sent in time
        memory.Take(GroupTraffic.Record("new", "A", 101, 1));

        Assert.That(
            Enumerable.Range(1, 63).Where(i => !memory.Remembers("account " + i)),
            Is.EqualTo(Enumerable.Range(1, 15)));
    }

    [Test]
    public void Take_OneExchangeFromTheFarFuture_ForgetsNothing()
    {
        GroupMemory memory = Create(options => options.MaxAccounts = 64);
        Campaign(memory, 0);
        memory.Forget(Samples.Start.UtcTicks);

        memory.Take(GroupTraffic.Record("late", "late", 1e9, 1, "future"));
        for (int i = 0; i < 60; i++)
        {
            memory.Take(GroupTraffic.Record("account " + i, "A", 5, 1));
        }

        Assert.That(memory.VariedBy("template"), Has.Count.EqualTo(12));
    }

    [Test]
    public void Forget_WrongClocksLongPast_AreForgottenInTheEnd()
    {
        GroupMemory memory = Create();
        memory.Take(GroupTraffic.Record("early", "early", 0, 1, "piece"));
        memory.Take(GroupTraffic.Record("late", "late", 1e9, 1, "future"));

        memory.Forget(Samples.Start.AddDays(10).UtcTicks);
        memory.Take(GroupTraffic.Record("now", "now", 10 * Day, 1));
        memory.Forget(Samples.Start.AddDays(20).UtcTicks);

        Assert.That((memory.Remembers("late"), memory.Pieces.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Forget_NothingSentForAWindow_ForgetsAll()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);

        memory.Forget(Samples.Start.AddDays(8).UtcTicks);

        Assert.That(
            (memory.Accounts.Count, memory.Pieces.Count, memory.Memberships.Count, memory.Links.Table.Count, memory.History.Count, memory.LinkPieces.Count, memory.Evictions),
            Is.EqualTo((0, 0, 0, 0, 0, 0, 0L)));
    }

    [Test]
    public void Forget_MembersThatStopped_LeaveThePieceAndItsCounts()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);
        for (int i = 0; i < 4; i++)
        {
            memory.Vary("member " + i, "M" + i, 7 * Day, "template");
        }

        memory.Forget(Samples.Start.AddDays(8).UtcTicks);

        Assert.That((memory.IsLink("template"), memory.VariedBy("template").Count), Is.EqualTo((true, 4)));
    }

    [Test]
    public void Forget_TooFewOrganizationsLeft_PieceLinksNoMore()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);
        memory.Vary("member 1", "M1", 7 * Day, "template");
        memory.Vary("member 2", "M2", 7 * Day, "template");

        memory.Forget(Samples.Start.AddDays(8).UtcTicks);

        Assert.That((memory.IsLink("template"), memory.LinkPieces), Is.EqualTo((false, new List<int>())));
    }

    [Test]
    public void Forget_PieceThatLinksNoMore_LinksAgainWithAThirdOrganization()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);
        memory.Vary("member 1", "M1", 7 * Day, "template");
        memory.Vary("member 2", "M2", 7 * Day, "template");
        memory.Forget(Samples.Start.AddDays(8).UtcTicks);

        memory.Vary("new member", "N", 8 * Day, "template");

        Assert.That(memory.IsLink("template"), Is.True);
    }

    [Test]
    public void Forget_SuspendedAccount_IsRememberedForAWindowFromThen()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);
        Suspend(memory, "member 1", 6 * Day);

        memory.Forget(Samples.Start.AddDays(8).UtcTicks);

        Assert.That((memory.Remembers("member 1"), memory.Remembers("member 2"), memory.Population.Suspended), Is.EqualTo((true, false, 1)));
    }

    [Test]
    public void Forget_JustAfterAWindow_WaitsUntilASweepPays()
    {
        GroupMemory memory = Create();
        Campaign(memory, 0);

        memory.Forget(Samples.Start.AddDays(7).AddMinutes(30).UtcTicks);

        Assert.That((memory.Accounts.Count, memory.History.Count), Is.EqualTo((14, 0)), "exchanges are forgotten at once");
    }

    [Test]
    public void Take_OneTinyTableBesideHugeOnes_DropsTheNewRatherThanSweepAllTheTime()
    {
        GroupMemory memory = Create(options => options.MaxAccounts = 64);
        for (int i = 0; i < 10_000; i++)
        {
            memory.Share(i, [.. Enumerable.Range(0, PieceList.Capacity).Select(n => $"piece {i} {n}")]);
        }

        for (int i = 0; i < 1_000; i++)
        {
            memory.Take(GroupTraffic.Record("new " + i, "A", i, 1));
        }

        Assert.That(memory.Overflows, Is.InRange(800, 1_000), "a sweep of 240,000 pieces and as many memberships for sixteen accounts");
    }

    private static GroupMemory Create(Action<GroupOptions>? change = null)
    {
        var options = new GroupOptions();
        change?.Invoke(options);
        return new GroupMemory(options, CommonPieces.None);
    }

    /// <summary>Twelve organizations that vary one template, after two that made it known.</summary>
    private static void Campaign(GroupMemory memory, double seconds)
    {
        memory.Share(seconds, "template");
        for (int i = 0; i < 12; i++)
        {
            memory.Vary("member " + i, "M" + i, seconds, "template");
        }
    }

    private static void Pay(GroupMemory memory, string account, string card) =>
        memory.Take(GroupTraffic.Record(account, account, 0, 1) with { Payment = GroupTraffic.Key(card) });

    private static void Suspend(GroupMemory memory, string account, double seconds) =>
        memory.Enforce(
            new EnforcementNotice { Account = account, Time = Samples.Start.AddSeconds(seconds), Action = EnforcementAction.Suspend },
            GroupTraffic.Account(account));

    /// <summary>Random traffic of accounts that come and go, through tables that are always full, with looks and suspensions in between.</summary>
    private static (GroupMemory Memory, GroupOptions Options) Run(int seed, int exchanges)
    {
        var options = new GroupOptions
        {
            MaxAccounts = 64,
            MaxPieces = 1_024,
            MaxMemberships = 1_024,
            MaxExchanges = 1_024,
            Window = TimeSpan.FromHours(4),
        };
        var memory = new GroupMemory(options, CommonPieces.None);
        var random = new Random(seed);
        for (int i = 0; i < exchanges; i++)
        {
            int account = (i / 20) + random.Next(random.Next(4) == 0 ? 2_000 : 60);
            ExchangeRecord record = GroupTraffic.Record("account " + account, "organization " + (account / 2), i * Minute / 4.0, (ulong)random.Next(50));
            record.Parameters = (uint)record.Account.Low;
            record.Payment = random.Next(3) == 0 ? 0 : GroupTraffic.Key("card " + random.Next(200));
            record.Fingerprint = GroupTraffic.Key("client " + random.Next(20));
            record.Egress = GroupTraffic.Key("prefix " + random.Next(1_000));
            for (int pieces = random.Next(PieceList.Capacity); pieces > 0; pieces--)
            {
                record.Pieces.Add(GroupTraffic.Key("piece " + random.Next(random.Next(3) == 0 ? 100_000 : 40)));
            }

            memory.Take(in record);
            if (random.Next(100) == 0)
            {
                Suspend(memory, "account " + account, i * Minute / 4.0);
            }

            if (random.Next(200) == 0)
            {
                memory.Forget(record.Ticks);
            }
        }

        return (memory, options);
    }
}
