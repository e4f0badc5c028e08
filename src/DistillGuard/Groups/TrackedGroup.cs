// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Snapshots;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>A group over time: its number, its highest score, whom it named when. Not thread-safe.</summary>
internal sealed class TrackedGroup
{
    private readonly Dictionary<SubjectKey, GroupAccount> _named = [];
    private readonly HashSet<ulong> _organizations = [];
    private readonly Dictionary<SubjectKey, int> _apart = [];
    private IReadOnlyList<GroupAccount> _members = [];
    private Signal[] _signals = [];
    private Fusion _highest;
    private long _highestTicks;
    private int _exchanges;
    private long _lookTicks;
    private long _firstAlertTicks;
    private long _exchangesBeforeAlert;
    private int _memberOrganizations;
    private float _latestScore;
    private float _latestAccusable;
    private long _latestTicks;

    public TrackedGroup(int number, PoolKind pool)
    {
        Number = number;
        Pool = pool;
    }

    public int Number { get; }

    public PoolKind Pool { get; }

    public HashSet<uint> Pieces { get; } = [];

    public VerdictLevel Level => _highest.Level;

    /// <summary>When it was first accused, in ticks of UTC; 0 if it was not.</summary>
    public long FirstAlertTicks => _firstAlertTicks;

    public bool IsAccused => Level != VerdictLevel.None;

    /// <summary>When something of the group was last sent, in ticks of UTC.</summary>
    public long SeenTicks { get; private set; }

    /// <summary>The accounts named so far, in no meaningful order.</summary>
    public IEnumerable<GroupAccount> Named => _named.Values;

    public bool Names(SubjectKey account) => _named.ContainsKey(account);

    /// <summary>Whether an account sends so much more than the others that it is not named with them.</summary>
    public bool IsApart(SubjectKey account) => _apart.ContainsKey(account);

    /// <summary>Notes whether an account stands apart. A campaign has several templates: the one that most of the account's exchanges have decides.</summary>
    public void SetApart(SubjectKey account, int exchanges, bool isApart)
    {
        if (exchanges < _apart.GetValueOrDefault(account))
        {
            return;
        }

        if (isApart)
        {
            _apart[account] = exchanges;
        }
        else
        {
            _apart.Remove(account);
        }
    }

    /// <summary>Takes over what a candidate of this look has. Several may continue one group.</summary>
    public void Continue(GroupCandidate candidate, long ticks)
    {
        _exchanges = _lookTicks == ticks ? _exchanges + candidate.Exchanges.Count : candidate.Exchanges.Count;
        _lookTicks = ticks;
        SeenTicks = Math.Max(SeenTicks, candidate.LastTicks);
    }

    /// <summary>Notes who belongs to the group, as long as it is not accused.</summary>
    public void NoteMembers(IReadOnlyList<GroupAccount> members, int organizations)
    {
        _members = members;
        _memberOrganizations = organizations;
    }

    /// <summary>Takes a new look into account. What it lowers stays as it was: an alert is not taken back by later knowledge.</summary>
    public void Raise(in Fusion fusion, ReadOnlySpan<Signal> signals, long ticks)
    {
        _latestScore = fusion.Score;
        _latestAccusable = fusion.Accusable;
        _latestTicks = ticks;
        if (fusion.Level > Level || (fusion.Level == Level && fusion.Score > _highest.Score) || _highestTicks == 0)
        {
            _highest = fusion;
            _signals = signals.ToArray();
            _highestTicks = ticks;
        }
    }

    /// <summary>Names accounts; those that are named already keep their time.</summary>
    public void Name(IReadOnlyList<GroupAccount> accounts, IEnumerable<ulong> organizations, long ticks)
    {
        foreach (GroupAccount account in accounts)
        {
            _named.TryAdd(account.Account, account);
        }

        _organizations.UnionWith(organizations);
        if (_firstAlertTicks == 0)
        {
            _firstAlertTicks = ticks;
            _exchangesBeforeAlert = accounts.Sum(static account => account.ExchangesBefore);
        }
    }

    /// <summary>Takes over everything of a group that turned out to be the same campaign.</summary>
    public void Absorb(TrackedGroup other)
    {
        Pieces.UnionWith(other.Pieces);
        Raise(in other._highest, other._signals, other._highestTicks);
        _organizations.UnionWith(other._organizations);
        _exchanges += other._exchanges;
        foreach ((SubjectKey account, int exchanges) in other._apart)
        {
            SetApart(account, exchanges, isApart: true);
        }

        foreach (GroupAccount account in other._named.Values)
        {
            if (!_named.TryGetValue(account.Account, out GroupAccount known) || account.Named < known.Named)
            {
                _named[account.Account] = account;
            }
        }

        if (other._firstAlertTicks != 0 && (other._firstAlertTicks < _firstAlertTicks || _firstAlertTicks == 0))
        {
            _firstAlertTicks = other._firstAlertTicks;
            _exchangesBeforeAlert = other._exchangesBeforeAlert;
        }
    }

    public void Save(SnapshotWriter writer, SignalDescriptions descriptions)
    {
        writer.Write(Number);
        writer.Write(Pool);
        writer.Write(_highest.Score);
        writer.Write(_highest.Families);
        writer.Write(_highest.Accusable);
        writer.Write(_highest.Level);
        writer.WriteAll<long>([SeenTicks, _highestTicks, _lookTicks, _firstAlertTicks, _exchangesBeforeAlert, _latestTicks]);
        writer.WriteAll<int>([_exchanges, _memberOrganizations]);
        writer.WriteAll<float>([_latestScore, _latestAccusable]);
        SaveAll(writer, [.. Pieces]);
        SaveAll(writer, [.. _organizations]);
        SaveAccounts(writer, [.. _named.Values]);
        SaveAccounts(writer, _members);
        SaveAll(writer, [.. _apart.Keys]);
        SaveAll(writer, [.. _apart.Values]);
        descriptions.Save(writer, _signals);
    }

    public static TrackedGroup Load(SnapshotReader reader, SignalDescriptions descriptions)
    {
        var group = new TrackedGroup(reader.Read<int>(), reader.Read<PoolKind>())
        {
            _highest = new Fusion(reader.Read<float>(), reader.Read<SignalFamilies>(), reader.Read<float>(), reader.Read<VerdictLevel>()),
            SeenTicks = reader.Read<long>(),
            _highestTicks = reader.Read<long>(),
            _lookTicks = reader.Read<long>(),
            _firstAlertTicks = reader.Read<long>(),
            _exchangesBeforeAlert = reader.Read<long>(),
            _latestTicks = reader.Read<long>(),
            _exchanges = reader.Read<int>(),
            _memberOrganizations = reader.Read<int>(),
            _latestScore = reader.Read<float>(),
            _latestAccusable = reader.Read<float>(),
        };
        group.Pieces.UnionWith(LoadAll<uint>(reader));
        group._organizations.UnionWith(LoadAll<ulong>(reader));
        foreach (GroupAccount account in LoadAccounts(reader))
        {
            group._named.Add(account.Account, account);
        }

        group._members = LoadAccounts(reader);
        SubjectKey[] apart = LoadAll<SubjectKey>(reader);
        foreach ((SubjectKey account, int exchanges) in apart.Zip(LoadAll<int>(reader)))
        {
            group._apart[account] = exchanges;
        }

        group._signals = descriptions.Load(reader);
        return group;
    }

    public GroupFinding Finding(float bar) => new()
    {
        Number = Number,
        Level = Level,
        Score = _highest.Score,
        Bar = bar,
        Families = _highest.Families,
        Signals = _signals,
        Accounts = IsAccused ? [.. _named.Values.OrderBy(static account => account.Named).ThenBy(static account => account.Account.High)] : _members,
        Organizations = IsAccused ? _organizations.Count : _memberOrganizations,
        Pieces = Pool == PoolKind.None ? Pieces.Count : 0,
        Pool = Pool,
        Exchanges = _exchanges,
        FirstAlert = _firstAlertTicks == 0 ? null : new DateTimeOffset(_firstAlertTicks, TimeSpan.Zero),
        ExchangesBeforeAlert = _exchangesBeforeAlert,
        HighestTime = new DateTimeOffset(_highestTicks, TimeSpan.Zero),
        LatestScore = _latestScore,
        LatestAccusableScore = _latestAccusable,
        LatestTime = new DateTimeOffset(_latestTicks, TimeSpan.Zero),
    };

    private static void SaveAll<T>(SnapshotWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.WriteAll<T>(values);
    }

    private static T[] LoadAll<T>(SnapshotReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadCount(Array.MaxLength, "keys of a group")];
        reader.ReadAll<T>(values);
        return values;
    }

    private static void SaveAccounts(SnapshotWriter writer, IReadOnlyList<GroupAccount> accounts)
    {
        writer.Write(accounts.Count);
        foreach (GroupAccount account in accounts)
        {
            writer.Write(account.Account);
            writer.Write(account.Named.UtcTicks);
            writer.Write(account.ExchangesBefore);
        }
    }

    private static GroupAccount[] LoadAccounts(SnapshotReader reader)
    {
        var accounts = new GroupAccount[reader.ReadCount(Array.MaxLength, "accounts of a group")];
        for (int i = 0; i < accounts.Length; i++)
        {
            accounts[i] = new GroupAccount(reader.Read<SubjectKey>(), new DateTimeOffset(reader.Read<long>(), TimeSpan.Zero), reader.Read<long>());
        }

        return accounts;
    }
}
