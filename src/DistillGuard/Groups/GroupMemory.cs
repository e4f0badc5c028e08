// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Snapshots;
using DistillGuard.Subjects;
using DistillGuard.Text;

namespace DistillGuard.Groups;

/// <summary>What the analysis plane remembers: accounts, pieces, who sent which, links, and the latest exchanges. Bounded; not thread-safe.</summary>
internal sealed class GroupMemory : ISnapshotPart
{
    /// <summary>Most organizations counted for a piece.</summary>
    public const int MostSenders = 255;

    private const int MostSteps = 256;
    private const int SharedShare = 4;
    private const int SlackShare = 64;
    private const int MostStepsPerExchange = 128;

    private readonly GroupOptions _options;
    private readonly FirstSenders _firstSenders;
    private readonly GroupForgetting _forgetting;
    private readonly HistoryThinning _thinning;
    private long _nowTicks;
    private long _oldestTicks = long.MaxValue;
    private long _sinceSweep;
    private long _overflows;

    public GroupMemory(GroupOptions options, CommonPieces common)
    {
        _options = options;
        Common = common;
        Accounts = new KeyedTable<AccountNode>(options.MaxAccounts);
        _firstSenders = new FirstSenders(options.MaxPieces, options.Window);
        Pieces = new KeyedTable<PieceNode>(MaxShared(options));
        Memberships = new KeyedTable<Membership>(options.MaxMemberships);
        Links = new LinkHolders(options);
        History = new ExchangeHistory(options.MaxExchanges);
        var ranks = new RankSelection(MostEntries(options));
        _forgetting = new GroupForgetting(this, options, ranks);
        _thinning = new HistoryThinning(this, ranks);
    }

    /// <summary>Pieces that are not taken note of.</summary>
    public CommonPieces Common { get; set; }

    public KeyedTable<AccountNode> Accounts { get; }

    /// <summary>Pieces that several organizations sent.</summary>
    public KeyedTable<PieceNode> Pieces { get; }

    public KeyedTable<Membership> Memberships { get; }

    public LinkHolders Links { get; }

    public ExchangeHistory History { get; }

    /// <summary>Pieces varied by enough organizations to link accounts.</summary>
    public List<int> LinkPieces { get; } = [];

    /// <summary>What is usual among all accounts.</summary>
    public GroupPopulation Population { get; } = new();

    /// <summary>What could not be noted, for want of room and because the last sweep was too recent to pay for another.</summary>
    public long Overflows => Volatile.Read(ref _overflows);

    /// <summary>Entries of all tables that were forgotten to make room.</summary>
    public long Evictions => _forgetting.Evictions;

    /// <summary>The most bytes that the memory takes: all tables full, the largest of them just grown and its predecessor not collected yet.</summary>
    public static long BytesFor(GroupOptions options)
    {
        ReadOnlySpan<long> tables =
        [
            FirstSenders.BytesFor(options.MaxPieces),
            KeyedTable<PieceNode>.BytesFor(MaxShared(options)) + (sizeof(int) * (long)MaxShared(options)),
            KeyedTable<AccountNode>.BytesFor(options.MaxAccounts),
            KeyedTable<Membership>.BytesFor(options.MaxMemberships),
            KeyedTable<LinkNode>.BytesFor(LinkHolders.CapacityFor(options)),
            ExchangeHistory.BytesFor(options.MaxExchanges),
        ];
        long all = RankSelection.BytesFor(MostEntries(options));
        long largest = 0;
        foreach (long table in tables)
        {
            all += table;
            largest = Math.Max(largest, table);
        }

        return all + (largest / 2);
    }

    /// <summary>The pieces that at least so many organizations sent: 2 to <see cref="MostSenders"/>.</summary>
    public CommonPieces Shared(int fewestOrganizations)
    {
        var pieces = new List<ulong>();
        for (int i = 0; i < Pieces.Count; i++)
        {
            if (Pieces[i].OtherSenders + 1 >= fewestOrganizations)
            {
                pieces.Add(Pieces.KeyOf(i));
            }
        }

        return new CommonPieces(pieces);
    }

    public void Take(in ExchangeRecord record)
    {
        MakeRoom();
        _oldestTicks = Math.Min(_oldestTicks, record.Ticks);
        int account = Accounts.FindOrAdd(record.Account.Low, out bool isNew);
        if (account < 0)
        {
            _overflows++;
            return;
        }

        NoteAccount(ref Accounts[account], in record, isNew);
        Span<bool> shared = stackalloc bool[PieceList.Capacity];
        ReadOnlySpan<ulong> pieces = record.Pieces.Hashes64;
        bool any = false;
        for (int i = 0; i < pieces.Length; i++)
        {
            shared[i] = !Common.Contains(pieces[i]) && NotePiece(pieces[i], account, in record);
            any |= shared[i];
        }

        if (any)
        {
            Remember(account, in record, pieces, shared);
        }
    }

    public void Enforce(in EnforcementNotice notice, SubjectKey account)
    {
        int index = Accounts.Find(account.Low);
        if (index < 0)
        {
            return;
        }

        ref AccountNode node = ref Accounts[index];
        bool wasSuspended = node.IsSuspended;
        switch (notice.Action)
        {
            case EnforcementAction.Suspend:
                node.SuspendedTicks = Math.Max(node.SuspendedTicks, notice.Time.UtcTicks);
                break;
            case EnforcementAction.Restore:
                node.RestoredTicks = Math.Max(node.RestoredTicks, notice.Time.UtcTicks);
                break;
            default:
                break;
        }

        Population.Suspended += (node.IsSuspended ? 1 : 0) - (wasSuspended ? 1 : 0);
    }

    /// <summary>Forgets what is older than the window. At most once a look; the tables are swept once so much is old that it pays.</summary>
    /// <param name="ticks">The time now, in ticks of UTC.</param>
    public void Forget(long ticks)
    {
        _nowTicks = ticks;
        long before = ticks - _options.Window.Ticks;
        if (_oldestTicks < before - (_options.Window.Ticks / SlackShare))
        {
            Sweep(before, ticks);
        }

        History.ForgetBefore(before);
    }

    /// <summary>Accounts that used a payment token, fingerprint or prefix lately.</summary>
    public int HoldersOf(ulong link) => Links.Of(link);

    /// <summary>Puts a membership in front of the lists of its piece and its account.</summary>
    public void List(int index, ref Membership membership, ref PieceNode piece)
    {
        ref AccountNode account = ref Accounts[membership.Account];
        membership.NextOfPiece = piece.Memberships;
        membership.NextOfAccount = account.Memberships;
        piece.Memberships = index + 1;
        account.Memberships = index + 1;
    }

    public void Save(SnapshotWriter writer)
    {
        foreach (ISnapshotPart part in Parts)
        {
            part.Save(writer);
        }

        writer.Write(LinkPieces.Count);
        writer.WriteAll<int>(LinkPieces.ToArray());
        Population.Save(writer);
        writer.WriteAll<long>([_nowTicks, _oldestTicks, _sinceSweep]);
    }

    public void Load(SnapshotReader reader)
    {
        foreach (ISnapshotPart part in Parts)
        {
            part.Load(reader);
        }

        int[] links = new int[reader.ReadCount(Pieces.Count, "linking pieces")];
        reader.ReadAll<int>(links);
        LinkPieces.AddRange(links);
        Population.Load(reader);
        _nowTicks = reader.Read<long>();
        _oldestTicks = reader.Read<long>();
        _sinceSweep = reader.Read<long>();
    }

    private ISnapshotPart[] Parts => [Accounts, _firstSenders, Pieces, Memberships, Links.Table, History];

    private static int MaxShared(GroupOptions options) => Math.Max(1024, options.MaxPieces / SharedShare);

    private static int MostEntries(GroupOptions options) =>
        Math.Max(Math.Max(MaxShared(options), options.MaxMemberships), Math.Max(LinkHolders.CapacityFor(options), options.MaxExchanges));

    // Before anything of an exchange is noted: a sweep changes all indices. The time of the last look, not of the exchange, says what is old, for
    // one exchange with a wrong time must not empty the tables. Sweeps that follow each other closely, since one table is tiny and another huge,
    // would cost more than they are worth: then the new is dropped and counted.
    private void MakeRoom()
    {
        _sinceSweep++;
        bool isCrowded = Accounts.Room == 0 || Pieces.Room < PieceList.Capacity || Memberships.Room < PieceList.Capacity || Links.Table.Room < LinkHolders.Kinds;
        long steps = (long)Accounts.Count + Pieces.Count + Memberships.Count + Links.Table.Count + History.Count;
        if (isCrowded && steps <= _sinceSweep * MostStepsPerExchange)
        {
            Sweep(_nowTicks - _options.Window.Ticks, long.MaxValue);
        }
    }

    private void Sweep(long before, long latest)
    {
        _forgetting.Sweep(before, latest);
        _oldestTicks = _forgetting.OldestTicks;
        _sinceSweep = 0;
    }

    private void NoteAccount(ref AccountNode node, in ExchangeRecord record, bool isNew)
    {
        if (isNew)
        {
            node.Key = record.Account;
            node.CreatedTicks = record.CreatedTicks;
            Population.NoteAccount(record.CreatedTicks);
        }

        node.Organization = record.Organization;
        node.LastTicks = Math.Max(node.LastTicks, record.Ticks);
        node.Declared |= record.Declared;
        node.Exchanges++;
        Population.NoteExchange(record.Model, record.Ticks);
        NoteLink(ref node.Payments, record.Payment);
        NoteLink(ref node.Fingerprints, record.Fingerprint);
        NoteLink(ref node.Egresses, record.Egress);
    }

    private void NoteLink(ref RecentKeys held, ulong key) => _overflows += Links.TryNote(ref held, key) ? 0 : 1;

    /// <summary>Notes who sent a piece, and tells whether more than one organization did: only then its senders are remembered one by one.</summary>
    private bool NotePiece(ulong hash, int account, in ExchangeRecord record)
    {
        int piece = Pieces.Find(hash);
        if (piece < 0)
        {
            if (!_firstSenders.Note(hash, record.Organization, record.Ticks, out uint first))
            {
                return false;
            }

            piece = Pieces.FindOrAdd(hash, out _);
            if (piece >= 0)
            {
                Pieces[piece].FirstSender = first;
            }
        }

        if (piece < 0)
        {
            _overflows++;
            return false;
        }

        ref PieceNode node = ref Pieces[piece];
        node.LastTicks = Math.Max(node.LastTicks, record.Ticks);
        NoteMembership(ref node, piece, account, in record);
        return true;
    }

    private void NoteMembership(ref PieceNode piece, int pieceIndex, int account, in ExchangeRecord record)
    {
        ulong key = (Pieces.KeyOf(pieceIndex) * 0x9E3779B97F4A7C15) ^ Accounts.KeyOf(account);
        int index = Memberships.FindOrAdd(key, out bool isNew);
        if (index < 0)
        {
            _overflows++;
            return;
        }

        ref Membership membership = ref Memberships[index];
        if (isNew)
        {
            piece.OtherSenders += (byte)(IsNewSender(in piece, record.Organization) ? 1 : 0);
            membership.Piece = pieceIndex;
            membership.Account = account;
            membership.FirstText = (uint)record.Text;
            List(index, ref membership, ref piece);
            return;
        }

        if (membership.IsVaried || membership.FirstText == (uint)record.Text)
        {
            return;
        }

        membership.IsVaried = true;
        piece.Accounts++;
        if (piece.IsLink || !IsNewOrganization(in piece, index, record.Organization))
        {
            return;
        }

        piece.Organizations++;
        if (piece.Organizations >= _options.FewestOrganizations)
        {
            piece.IsLink = true;
            LinkPieces.Add(pieceIndex);
        }
    }

    // Before the newcomer is linked in. A walk that is cut short counts nobody: a count is never too high.
    private bool IsNewSender(in PieceNode piece, ulong organization)
    {
        if ((uint)organization == piece.FirstSender || piece.OtherSenders + 1 >= MostSenders)
        {
            return false;
        }

        int steps = MostSteps;
        int next = piece.Memberships;
        for (; next != 0 && steps > 0; next = Memberships[next - 1].NextOfPiece, steps--)
        {
            if (Accounts[Memberships[next - 1].Account].Organization == organization)
            {
                return false;
            }
        }

        return next == 0;
    }

    // A walk over the piece's senders while it does not link yet, cut short: a document that hundreds send, but hardly anyone varies.
    private bool IsNewOrganization(in PieceNode piece, int newcomer, ulong organization)
    {
        int steps = MostSteps;
        for (int next = piece.Memberships; next != 0 && steps > 0; next = Memberships[next - 1].NextOfPiece, steps--)
        {
            ref Membership other = ref Memberships[next - 1];
            if (next - 1 != newcomer && other.IsVaried && Accounts[other.Account].Organization == organization)
            {
                return false;
            }
        }

        return true;
    }

    private void Remember(int account, in ExchangeRecord record, ReadOnlySpan<ulong> pieces, ReadOnlySpan<bool> shared)
    {
        if (History.IsFull)
        {
            _thinning.Thin();
        }

        ref HistoryEntry entry = ref History.Add();
        entry.Ticks = record.Ticks;
        entry.Account = account;
        entry.Text = (uint)record.Text;
        entry.Model = record.Model;
        entry.Parameters = record.Parameters;
        entry.Tactics = record.Tactics;
        entry.Content = record.Content;
        entry.Traits = record.Traits;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (shared[i])
            {
                entry.Pieces[entry.PieceCount++] = (uint)(pieces[i] >> 32);
            }
        }
    }
}
