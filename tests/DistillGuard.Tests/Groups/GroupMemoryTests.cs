// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Text;

namespace DistillGuard.Groups;

public sealed class GroupMemoryTests
{
    [Test]
    public void Take_ThreeOrganizationsWithTwoTextsEach_PieceLinks()
    {
        GroupMemory memory = Create();
        memory.Share(0, "piece");
        memory.Vary("a", "A", 1, "piece");
        memory.Vary("b", "B", 2, "piece");
        memory.Vary("c", "C", 3, "piece");

        Assert.That(memory.IsLink("piece"), Is.True);
    }

    [Test]
    public void Take_TwoOrganizationsWithTwoTextsEach_PieceDoesNotLinkYet()
    {
        GroupMemory memory = Create();
        memory.Share(0, "piece");
        memory.Vary("a", "A", 1, "piece");
        memory.Vary("b", "B", 2, "piece");

        Assert.That(memory.IsLink("piece"), Is.False);
    }

    [Test]
    public void Take_ManyOrganizationsEachTheSameTextTwice_PieceDoesNotLink()
    {
        GroupMemory memory = Create();
        memory.Share(0, "piece");
        for (int i = 0; i < 20; i++)
        {
            memory.Take(GroupTraffic.Record("a" + i, "A" + i, 1, text: 7, "piece"));
            memory.Take(GroupTraffic.Record("a" + i, "A" + i, 2, text: 7, "piece"));
        }

        Assert.That(memory.IsLink("piece"), Is.False);
    }

    [Test]
    public void Take_ManyAccountsOfOneOrganization_PieceDoesNotLink()
    {
        GroupMemory memory = Create();
        memory.Share(0, "piece");
        for (int i = 0; i < 20; i++)
        {
            memory.Vary("a" + i, "A", 1, "piece");
        }

        Assert.That((memory.IsLink("piece"), memory.VariedBy("piece").Count), Is.EqualTo((false, 20)));
    }

    [Test]
    public void Take_PieceOfOneOrganization_RemembersNoSender()
    {
        GroupMemory memory = Create();
        memory.Vary("a", "A", 1, "piece");
        memory.Vary("b", "A", 1, "piece");

        Assert.That((memory.Memberships.Count, memory.History.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Take_CommonPiece_IsIgnored()
    {
        var memory = new GroupMemory(new GroupOptions(), new CommonPieces([GroupTraffic.Key("piece")]));
        memory.Share(0, "piece");
        memory.Vary("a", "A", 1, "piece");

        Assert.That((memory.Pieces.Count, memory.Memberships.Count, memory.History.Count), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Take_FewestOrganizationsOfSix_LinksAtTheSixth()
    {
        GroupMemory memory = Create(options => options.FewestOrganizations = 6);
        memory.Share(0, "piece");
        var linked = new List<bool>();
        for (int i = 0; i < 6; i++)
        {
            memory.Vary("a" + i, "A" + i, 1, "piece");
            linked.Add(memory.IsLink("piece"));
        }

        Assert.That(linked, Is.EqualTo(new[] { false, false, false, false, false, true }));
    }

    [Test]
    public void Take_LinkingPiece_CountsEveryAccountThatVariesIt()
    {
        GroupMemory memory = Create();
        memory.Share(0, "piece");
        for (int i = 0; i < 50; i++)
        {
            memory.Vary("a" + i, "A" + (i % 10), 1, "piece");
        }

        Assert.That(
            (memory.Pieces[memory.LinkPieces.Single()].Accounts, memory.VariedBy("piece").ToHashSet().SetEquals(Enumerable.Range(0, 50).Select(i => GroupTraffic.Account("a" + i)))),
            Is.EqualTo((50, true)));
    }

    [Test]
    public void Take_SharedAndOwnPieces_HistoryNotesTheSharedOnesOnly()
    {
        GroupMemory memory = Create();
        memory.Share(0, "shared");

        memory.Take(GroupTraffic.Record("a", "A", 5, text: 9, "own", "shared"));

        ref HistoryEntry entry = ref memory.History[memory.History.Count - 1];
        Assert.That(
            (entry.Ticks, entry.Text, entry.PieceCount, entry.Pieces[0], memory.Accounts[entry.Account].Key),
            Is.EqualTo((Samples.Start.AddSeconds(5).UtcTicks, 9u, (byte)1, (uint)(GroupTraffic.Key("shared") >> 32), GroupTraffic.Account("a"))));
    }

    [Test]
    public void Take_AsManyPiecesAsAListHolds_NotesAll()
    {
        GroupMemory memory = Create();
        string[] pieces = [.. Enumerable.Range(0, PieceList.Capacity).Select(i => "piece " + i)];
        memory.Share(0, pieces);
        memory.Vary("a", "A", 1, pieces);
        memory.Vary("b", "B", 1, pieces);
        memory.Vary("c", "C", 1, pieces);

        Assert.That(pieces.All(memory.IsLink), Is.True);
    }

    [Test]
    public void Shared_PiecesOfOneAndOfTwoOrganizations_GivesTheLatter()
    {
        GroupMemory memory = Create();
        memory.Share(0, "shared");
        memory.Vary("a", "A", 1, "own");

        Assert.That(memory.Shared(2).Pieces, Is.EqualTo(new[] { GroupTraffic.Key("shared") }));
    }

    [Test]
    public void Enforce_SuspendedThenRestored_CountsNobody()
    {
        GroupMemory memory = Create();
        memory.Vary("a", "A", 0, "piece");
        Enforce(memory, "a", 10, EnforcementAction.Suspend);
        Enforce(memory, "a", 20, EnforcementAction.Restore);

        Assert.That((memory.Population.Suspended, memory.Accounts[0].IsSuspended), Is.EqualTo((0, false)));
    }

    [Test]
    public void Enforce_SuspendedTwice_CountsOnce()
    {
        GroupMemory memory = Create();
        memory.Vary("a", "A", 0, "piece");
        Enforce(memory, "a", 10, EnforcementAction.Suspend);
        Enforce(memory, "a", 20, EnforcementAction.Suspend);

        Assert.That((memory.Population.Suspended, memory.Accounts[0].IsSuspended), Is.EqualTo((1, true)));
    }

    [Test]
    public void Enforce_NoticesInTheWrongOrder_TheLaterActionHolds()
    {
        GroupMemory memory = Create();
        memory.Vary("a", "A", 0, "piece");
        Enforce(memory, "a", 20, EnforcementAction.Suspend);
        Enforce(memory, "a", 10, EnforcementAction.Restore);

        Assert.That((memory.Population.Suspended, memory.Accounts[0].IsSuspended), Is.EqualTo((1, true)));
    }

    [Test]
    public void Enforce_UnknownAccount_ChangesNothing()
    {
        GroupMemory memory = Create();
        Enforce(memory, "nobody", 10, EnforcementAction.Suspend);

        Assert.That((memory.Population.Suspended, memory.Accounts.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void HoldersOf_LinkOfThreeAccounts_IsThree()
    {
        GroupMemory memory = Create();
        foreach (string account in new[] { "a", "b", "c", "a" })
        {
            Pay(memory, account, "card");
        }

        Assert.That(memory.HoldersOf(GroupTraffic.Key("card")), Is.EqualTo(3));
    }

    [Test]
    public void HoldersOf_AccountThatRotatesMoreKeysThanAreKept_CountsItOnceAtMost()
    {
        GroupMemory memory = Create();
        for (int i = 0; i < 100; i++)
        {
            Pay(memory, "a", "card " + (i % 5));
        }

        Assert.That(Enumerable.Range(0, 5).Sum(i => memory.HoldersOf(GroupTraffic.Key("card " + i))), Is.EqualTo(RecentKeys.Capacity));
    }

    [Test]
    public void HoldersOf_NoKey_IsNobody()
    {
        GroupMemory memory = Create();
        memory.Vary("a", "A", 0, "piece");

        Assert.That(memory.HoldersOf(0), Is.Zero);
    }

    [Test]
    public void BytesFor_DefaultOptions_AreTheSumOfWhatTheOptionsSay()
    {
        var options = new GroupOptions();
        long shared = options.MaxPieces / 4;
        long first = 16L * options.MaxPieces;
        long entries = (160L * options.MaxAccounts) + (36L * shared) + (32L * options.MaxMemberships) + (16L * 3 * options.MaxAccounts) + (136L * options.MaxExchanges);
        long buckets = 4L * ((1 << 17) + (1 << 18) + (1 << 20) + (1 << 19));
        long linkList = 4L * shared;
        long ranks = (8L * options.MaxMemberships) + (4 << 16);
        long growing = ((32L * options.MaxMemberships) + (4L << 20)) / 2;

        Assert.That(GroupMemory.BytesFor(options), Is.EqualTo(first + entries + buckets + linkList + ranks + growing));
    }

    private static GroupMemory Create(Action<GroupOptions>? change = null)
    {
        var options = new GroupOptions();
        change?.Invoke(options);
        return new GroupMemory(options, CommonPieces.None);
    }

    private static void Pay(GroupMemory memory, string account, string card) =>
        memory.Take(GroupTraffic.Record(account, account, 0, 1) with { Payment = GroupTraffic.Key(card) });

    private static void Enforce(GroupMemory memory, string account, double seconds, EnforcementAction action) =>
        memory.Enforce(
            new EnforcementNotice { Account = account, Time = Samples.Start.AddSeconds(seconds), Action = action },
            GroupTraffic.Account(account));
}
