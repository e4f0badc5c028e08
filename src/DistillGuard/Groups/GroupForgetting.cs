// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Forgets, in one sweep over all tables, what is older than the window and, where a table is nearly full, what says least.</summary>
/// <remarks>
/// Least says what links least; of equals, what was seen least recently. Shared pieces go before those that link accounts; accounts that sent nothing
/// shared go before those that did, those before the ones that vary a linking piece. So a flood of made-up pieces or accounts displaces itself, and a
/// piece that links goes only when more others that link, too, were seen since. A sweep takes a few steps an entry and leaves a quarter of a crowded
/// table empty. Pieces of one organization are not here: <see cref="FirstSenders"/>.
/// </remarks>
internal sealed class GroupForgetting
{
    private const int ClassShift = 62;
    private const ulong Plain = 0UL << ClassShift;
    private const ulong Shared = 1UL << ClassShift;
    private const ulong Linking = 2UL << ClassShift;

    private readonly GroupMemory _memory;
    private readonly RankSelection _ranks;
    private readonly GroupCompaction _compaction;

    public GroupForgetting(GroupMemory memory, GroupOptions options, RankSelection ranks)
    {
        _memory = memory;
        _ranks = ranks;
        _compaction = new GroupCompaction(memory, options);
    }

    /// <summary>A time that nothing that the last sweep left is older than.</summary>
    public long OldestTicks { get; private set; }

    /// <summary>Entries that were forgotten to make room: not those older than the window, nor memberships that went with their account or piece.</summary>
    public long Evictions { get; private set; }

    /// <summary>Forgets what was last seen before a time, then what says least of the tables that are over seven eighths of their capacity.</summary>
    /// <param name="before">The time, in ticks of UTC.</param>
    /// <param name="latest">The time now, in ticks of UTC: what claims to be later is taken for just seen, or a wrong clock would never be forgotten.</param>
    public void Sweep(long before, long latest)
    {
        _memory.Accounts.BeginSweep();
        _memory.Pieces.BeginSweep();
        _memory.Memberships.BeginSweep();
        OldestTicks = long.MaxValue;
        MarkAccounts();
        DropAccounts(before, latest);
        DropPieces(before, latest);
        DropMemberships();
        SweepLinks();
        _compaction.Run();
    }

    private void MarkAccounts()
    {
        for (int i = 0; i < _memory.Memberships.Count; i++)
        {
            ref Membership membership = ref _memory.Memberships[i];
            ref int mark = ref _memory.Accounts.Mark(membership.Account);
            mark = membership.IsVaried && _memory.Pieces[membership.Piece].IsLink ? 2 : Math.Max(mark, 1);
        }
    }

    // A suspension counts as being seen: the account's successors are recognised by what it sent.
    private void DropAccounts(long before, long latest)
    {
        KeyedTable<AccountNode> accounts = _memory.Accounts;
        _ranks.Begin(accounts.Count);
        for (int i = 0; i < accounts.Count; i++)
        {
            ref AccountNode node = ref accounts[i];
            node.LastTicks = Math.Min(node.LastTicks, latest);
            long seen = Math.Max(node.LastTicks, Math.Min(latest, Math.Max(node.SuspendedTicks, node.RestoredTicks)));
            int mark = accounts.Mark(i);
            _ranks[i] = Rank(seen, before, mark == 2 || node.IsSuspended ? Linking : mark == 1 ? Shared : Plain);
        }

        DropLowest(accounts);
    }

    private void DropPieces(long before, long latest)
    {
        KeyedTable<PieceNode> pieces = _memory.Pieces;
        _ranks.Begin(pieces.Count);
        for (int i = 0; i < pieces.Count; i++)
        {
            ref PieceNode node = ref pieces[i];
            node.LastTicks = Math.Min(node.LastTicks, latest);
            _ranks[i] = Rank(node.LastTicks, before, node.IsLink ? Linking : Plain);
        }

        DropLowest(pieces);
    }

    private ulong Rank(long seen, long before, ulong links)
    {
        if (seen < before)
        {
            return 0;
        }

        OldestTicks = Math.Min(OldestTicks, seen);
        return links | (ulong)Math.Max(1, seen);
    }

    // By when the piece was seen, not the account: made-up pieces grow old at once, those of a campaign as long as anybody sends them do not.
    private void DropMemberships()
    {
        KeyedTable<Membership> memberships = _memory.Memberships;
        _ranks.Begin(memberships.Count);
        for (int i = 0; i < memberships.Count; i++)
        {
            ref Membership membership = ref memberships[i];
            bool goesAlong = _memory.Pieces.IsDropped(membership.Piece) || _memory.Accounts.IsDropped(membership.Account);
            ref PieceNode piece = ref _memory.Pieces[membership.Piece];
            _ranks[i] = goesAlong ? 0 : (piece.IsLink ? Linking : Plain) | (membership.IsVaried ? Shared : Plain) | (ulong)Math.Max(1, piece.LastTicks);
        }

        DropLowest(memberships);
    }

    private bool DropLowest<TState>(KeyedTable<TState> table)
        where TState : unmanaged
    {
        int old = _ranks.Zeros();
        int lowest = Math.Max(old, table.Room < table.Capacity / 8 ? table.Count - Rest(table.Capacity) : 0);
        _ranks.Select(lowest);
        for (int i = 0; i < table.Count; i++)
        {
            if (_ranks.Picks(i))
            {
                table.Drop(i);
            }
        }

        Evictions += lowest - old;
        return lowest > old;
    }

    private static int Rest(int capacity) => capacity - (capacity / 4);

    /// <summary>Lets forgotten accounts go of their links; links that nobody holds are forgotten, then those that one account holds, the oldest first.</summary>
    private void SweepLinks()
    {
        for (int i = 0; i < _memory.Accounts.Count; i++)
        {
            if (_memory.Accounts.IsDropped(i))
            {
                ref AccountNode node = ref _memory.Accounts[i];
                _memory.Population.ForgetAccount(node.CreatedTicks, node.IsSuspended);
                _memory.Links.Release(in node);
            }
        }

        KeyedTable<LinkNode> links = _memory.Links.Table;
        _ranks.Begin(links.Count);
        for (int i = 0; i < links.Count; i++)
        {
            int holders = links[i].Holders;
            _ranks[i] = holders == 0 ? 0 : ((ulong)Math.Min(holders, 2) << 32) | (uint)i;
        }

        links.BeginSweep();
        bool isHeldGone = DropLowest(links);
        links.EndSweep();
        if (isHeldGone)
        {
            ForgetLostKeys();
        }
    }

    // Who holds a link that is forgotten must not know it either, or the link would count too few holders when it comes back.
    private void ForgetLostKeys()
    {
        for (int i = 0; i < _memory.Accounts.Count; i++)
        {
            ref AccountNode node = ref _memory.Accounts[i];
            ForgetLostKeys(ref node.Payments);
            ForgetLostKeys(ref node.Fingerprints);
            ForgetLostKeys(ref node.Egresses);
        }
    }

    private void ForgetLostKeys(ref RecentKeys keys)
    {
        for (int i = RecentKeys.Capacity - 1; i >= 0; i--)
        {
            if (keys[i] != 0 && _memory.Links.Table.Find(keys[i]) < 0)
            {
                keys.Remove(keys[i]);
            }
        }
    }
}
