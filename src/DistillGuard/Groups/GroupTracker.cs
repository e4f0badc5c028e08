// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Calibration;
using DistillGuard.Signals;
using DistillGuard.Snapshots;
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

        _lastTicks = ticks;
        _ledger.Forget(oldest);
        ListFindings();
    }

    private void ListFindings() => Findings = [.. _ledger.Groups.Select(group => group.Finding(_policy.Bar))];

    private void Test(List<GroupCandidate> candidates, HabitPeers peers, long ticks)
    {
        foreach (GroupCandidate candidate in candidates)
        {
            // Nothing new was sent, nor has anybody been watched for long enough since, so nothing new can be said.
            if (candidate.LastTicks >= _lastTicks - (candidate.Pool == PoolKind.None ? GroupNaming.WatchedTicks : 0))
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
            int[] accused = GroupNaming.Choose(candidate, members, fusion.Families, ticks, out bool[] apart);
            group = _ledger.Merge(group, [.. accused.Select(account => _memory.Accounts[account].Key)]);
            foreach ((int account, int number) in candidate.Accounts)
            {
                group.SetApart(_memory.Accounts[account].Key, members[number].Exchanges, apart[number]);
            }

            accused = [.. accused.Where(account => !group.IsApart(_memory.Accounts[account].Key))];
            if (accused.Length > 0 || group.IsAccused)
            {
                group.Raise(in fusion, signals.Signals, ticks);
                group.Name([.. accused.Select(account => Named(account, ticks))], accused.Select(account => _memory.Accounts[account].Organization), ticks);
                return;
            }

            // Nobody can be named yet, so it is watched.
            fusion = fusion with { Accusable = 0, Level = VerdictLevel.None };
        }

        group.NoteMembers([.. candidate.Accounts.Keys.Select(Unnamed)], organizations);
        group.Raise(in fusion, signals.Signals, ticks);
    }

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
