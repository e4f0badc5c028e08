// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Calibration;
using DistillGuard.Signals;
using DistillGuard.Snapshots;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>The analysis plane: takes exchanges in, and every few minutes of traffic time forms groups, tests them and keeps what was found.</summary>
/// <remarks>One thread at a time; <see cref="GroupPlane"/> sees to it.</remarks>
internal sealed class GroupTracker : ISnapshotPart
{
    private readonly GroupOptions _options;
    private readonly GroupAnalyzers _analyzers;
    private readonly GroupMemory _memory;
    private readonly GroupFormation _formation;
    private readonly GroupEvidence _evidence;
    private readonly PoolMemory _pools;
    private readonly PoolFormation _poolFormation;
    private readonly HabitMemory _habits;
    private readonly LinkFormation _linkFormation;
    private readonly GroupLedger _ledger = new();
    private HashSet<SubjectKey> _newcomers = [];
    private HashSet<SubjectKey> _nextNewcomers = [];
    private GroupPolicy _policy;
    private long _nextTicks;
    private long _lastTicks;

    public GroupTracker(GroupOptions options, GroupAnalyzers analyzers, CalibrationUse calibration)
    {
        _options = options;
        _analyzers = analyzers;
        _policy = calibration.Groups;
        _memory = new GroupMemory(options, calibration.Common);
        _formation = new GroupFormation(_memory, options);
        _evidence = new GroupEvidence(_memory);
        _pools = new PoolMemory(options);
        _poolFormation = new PoolFormation(_pools, _memory);
        _habits = new HabitMemory(options);
        _linkFormation = new LinkFormation(_memory, options);
    }

    public GroupMemory Memory => _memory;

    /// <summary>Whether nothing was taken in yet.</summary>
    public bool IsEmpty => _memory.Accounts.Count == 0 && _ledger.Groups.Count == 0;

    /// <summary>The groups, as they were at the last look: by number.</summary>
    public IReadOnlyList<GroupFinding> Findings { get; private set; } = [];

    /// <summary>Whether the time for a look has come.</summary>
    public bool IsDue(long ticks) => ticks >= _nextTicks;

    public void Take(in ExchangeRecord record)
    {
        _memory.Take(in record);
        _pools.Take(in record);
        _habits.Take(in record);
    }

    /// <summary>Goes on with another calibration: its bars at the next look, its common pieces from the next exchange on.</summary>
    public void Use(CalibrationUse calibration)
    {
        _policy = calibration.Groups;
        _memory.Common = calibration.Common;
    }

    /// <summary>Sets the pieces that link nobody from now on, although they are remembered and counted.</summary>
    public void PassOver(CommonPieces pieces) => _formation.PassedOver = pieces;

    public void Save(SnapshotWriter writer)
    {
        writer.Begin("groups");
        _memory.Save(writer);
        _pools.Save(writer);
        _habits.Save(writer);
        _ledger.Save(writer);
        writer.Write(_nextTicks);
        writer.Write(_lastTicks);
        writer.Write(_newcomers.Count);
        writer.WriteAll<SubjectKey>([.. _newcomers]);
    }

    public void Load(SnapshotReader reader)
    {
        reader.Begin("groups");
        _memory.Load(reader);
        _pools.Load(reader);
        _habits.Load(reader);
        _ledger.Load(reader);
        _nextTicks = reader.Read<long>();
        _lastTicks = reader.Read<long>();
        var newcomers = new SubjectKey[reader.ReadCount(Array.MaxLength, "accounts that are watched")];
        reader.ReadAll<SubjectKey>(newcomers);
        _newcomers = [.. newcomers];
        ListFindings();
    }

    /// <summary>Forms groups from what was taken in, tests them, and brings the findings up to date.</summary>
    public void Analyze(long ticks)
    {
        _nextTicks = (ticks / _options.Interval.Ticks * _options.Interval.Ticks) + _options.Interval.Ticks;
        long oldest = ticks - _options.Window.Ticks;
        _memory.Forget(ticks);
        _pools.Forget(oldest);
        _habits.Forget(oldest);
        List<GroupCandidate> candidates = _formation.Form(ticks);
        _evidence.Gather(candidates);
        candidates.AddRange(_poolFormation.Form());
        var peers = new HabitPeers(_habits, _memory, ticks);
        Test(candidates, peers, ticks);
        Test(_linkFormation.Form(), peers, ticks);

        (_newcomers, _nextNewcomers) = (_nextNewcomers, _newcomers);
        _nextNewcomers.Clear();
        _lastTicks = ticks;
        _ledger.Forget(oldest);
        ListFindings();
    }

    private void ListFindings() => Findings = [.. _ledger.Groups.Select(group => group.Finding(_policy.Bar))];

    private void Test(List<GroupCandidate> candidates, HabitPeers peers, long ticks)
    {
        foreach (GroupCandidate candidate in candidates)
        {
            // Where nothing new was sent and nobody's time of watching ends, nothing new can be said.
            if (candidate.LastTicks >= _lastTicks || candidate.Accounts.Keys.Any(account => _newcomers.Contains(KeyOf(account))))
            {
                Test(candidate, candidates.Count, peers, ticks);
            }
        }
    }

    private void Test(GroupCandidate candidate, int candidates, HabitPeers peers, long ticks)
    {
        GroupMember[] members = _evidence.Members(candidate, out int organizations);
        var view = new GroupView
        {
            Members = members,
            Exchanges = CollectionsMarshal.AsSpan(candidate.Exchanges),
            Organizations = organizations,
            UndeclaredOrganizations = Undeclared(members),
            Pieces = candidate.Pool == PoolKind.None ? candidate.Pieces.Count : 0,
            Pool = candidate.Pool,
            Alikeness = candidate.Alikeness,
            InSitting = candidate.InSitting,
            Habits = peers.Of(candidate),
            Ticks = ticks,
            SinceTicks = ticks - _options.Window.Ticks,
            Candidates = candidates,
            Population = _memory.Population,
        };
        var signals = default(SignalBuffer);
        _analyzers.Analyze(in view, ref signals);
        if (candidate.Pool == PoolKind.Links && signals.Signals.IsEmpty)
        {
            return; // Customers whom an agency pays for are no group, as long as nothing else is said of them.
        }

        Fusion fusion = _policy.Fuse(signals.Signals, view.UndeclaredOrganizations);
        TrackedGroup group = _ledger.Find(candidate, ticks);
        if (fusion.Level != VerdictLevel.None)
        {
            if (TryAccuse(candidate, members, in fusion, signals.Signals, ref group, ticks))
            {
                return;
            }

            fusion = fusion with { Accusable = 0, Level = VerdictLevel.None }; // Nobody may be named, so it is watched.
        }

        group.NoteMembers([.. candidate.Accounts.Keys.Select(Unnamed)], organizations);
        group.Raise(in fusion, signals.Signals, ticks);
    }

    private bool TryAccuse(GroupCandidate candidate, GroupMember[] members, in Fusion fusion, ReadOnlySpan<Signal> signals, ref TrackedGroup group, long ticks)
    {
        int[] chosen = GroupNaming.Choose(candidate, members, fusion.Families, out bool[] apart);
        group = _ledger.Merge(group, [.. chosen.Select(KeyOf)]);
        foreach ((int account, int number) in candidate.Accounts)
        {
            group.SetApart(KeyOf(account), members[number].Exchanges, apart[number]);
        }

        var named = new List<int>(chosen.Length);
        foreach (int account in chosen)
        {
            ref readonly GroupMember member = ref members[candidate.Accounts[account]];
            if (GroupNaming.IsNewcomer(in member, fusion.Families, group.FirstAlertTicks, ticks))
            {
                _nextNewcomers.Add(KeyOf(account));
            }
            else if (!group.IsApart(KeyOf(account)))
            {
                named.Add(account);
            }
        }

        if (named.Count == 0 && !group.IsAccused)
        {
            return false;
        }

        group.Raise(in fusion, signals, ticks);
        group.Name([.. named.Select(account => Named(account, ticks))], named.Select(account => _memory.Accounts[account].Organization), ticks);
        return true;
    }

    private SubjectKey KeyOf(int account) => _memory.Accounts[account].Key;

    private GroupAccount Named(int account, long ticks) =>
        new(_memory.Accounts[account].Key, new DateTimeOffset(ticks, TimeSpan.Zero), _memory.Accounts[account].Exchanges);

    private GroupAccount Unnamed(int account) => new(_memory.Accounts[account].Key, default, 0);

    private static int Undeclared(GroupMember[] members)
    {
        var organizations = new HashSet<int>();
        foreach (GroupMember member in members)
        {
            if (member.Exchanges > 0 && !GroupNaming.HasDeclared(in member))
            {
                organizations.Add(member.Organization);
            }
        }

        return organizations.Count;
    }
}
