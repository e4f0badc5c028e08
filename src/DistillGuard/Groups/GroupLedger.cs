// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>Remembers groups from look to look, so that a group stays the same one as it grows, merges and loses members. Not thread-safe.</summary>
internal sealed class GroupLedger : ISnapshotPart
{
    private const int MostGroups = 4_096;
    private const double SamePieces = 0.3;
    private const double SameAccounts = 0.5;

    private readonly List<TrackedGroup> _groups = [];
    private readonly Dictionary<uint, List<TrackedGroup>> _byPiece = [];
    private int _next = 1;

    public IReadOnlyList<TrackedGroup> Groups => _groups;

    /// <summary>The group that a candidate continues: the one most of whose pieces it has, accused ones first; a new one if there is none.</summary>
    public TrackedGroup Find(GroupCandidate candidate, long ticks)
    {
        TrackedGroup? best = null;
        double bestShare = SamePieces;
        foreach ((TrackedGroup group, int common) in Overlaps(candidate))
        {
            double share = (double)common / Math.Min(group.Pieces.Count, candidate.Pieces.Count);
            if (share > bestShare || (share == bestShare && best is not null && IsBefore(group, best)))
            {
                best = group;
                bestShare = share;
            }
        }

        if (best is null)
        {
            best = new TrackedGroup(_next++, candidate.Pool);
            _groups.Add(best);
        }

        foreach (uint piece in candidate.Pieces)
        {
            if (best.Pieces.Add(piece))
            {
                List(piece, best);
            }
        }

        best.Continue(candidate, ticks);
        return best;
    }

    /// <summary>
    /// Merges a group that is about to be accused into the accused group that most of its accounts belong to: one campaign with several templates is one
    /// finding. The older number stays.
    /// </summary>
    public TrackedGroup Merge(TrackedGroup group, IReadOnlyList<SubjectKey> members)
    {
        TrackedGroup? home = null;
        int most = (int)Math.Ceiling(SameAccounts * members.Count);
        foreach (TrackedGroup other in _groups)
        {
            int common = other.IsAccused && other != group ? members.Count(other.Names) : 0;
            if (common > 0 && common >= most)
            {
                home = other;
                most = common + 1;
            }
        }

        if (home is null)
        {
            return group;
        }

        (TrackedGroup kept, TrackedGroup gone) = home.Number < group.Number || !group.IsAccused ? (home, group) : (group, home);
        kept.Absorb(gone);
        _groups.Remove(gone);
        ListAll();
        return kept;
    }

    /// <summary>Forgets groups that were not seen for long; those accused last.</summary>
    public void Forget(long beforeTicks)
    {
        if (_groups.RemoveAll(group => group.SeenTicks < beforeTicks && !group.IsAccused) > 0)
        {
            ListAll();
        }

        if (_groups.Count > MostGroups)
        {
            TrackedGroup[] kept = [.. _groups.OrderByDescending(group => group.Level).ThenByDescending(group => group.SeenTicks).Take(MostGroups)];
            _groups.Clear();
            _groups.AddRange(kept.OrderBy(group => group.Number));
            ListAll();
        }
    }

    public void Save(SnapshotWriter writer)
    {
        var descriptions = new SignalDescriptions();
        writer.Write(_next);
        writer.Write(_groups.Count);
        foreach (TrackedGroup group in _groups)
        {
            group.Save(writer, descriptions);
        }
    }

    public void Load(SnapshotReader reader)
    {
        var descriptions = new SignalDescriptions();
        _next = reader.Read<int>();
        for (int left = reader.ReadCount(int.MaxValue, "groups"); left > 0; left--)
        {
            _groups.Add(TrackedGroup.Load(reader, descriptions));
        }

        ListAll();
    }

    private static bool IsBefore(TrackedGroup left, TrackedGroup right) =>
        left.IsAccused == right.IsAccused ? left.Number < right.Number : left.IsAccused;

    /// <summary>The groups of the candidate's kind that have pieces of it, and how many.</summary>
    private Dictionary<TrackedGroup, int> Overlaps(GroupCandidate candidate)
    {
        var common = new Dictionary<TrackedGroup, int>();
        foreach (uint piece in candidate.Pieces)
        {
            foreach (TrackedGroup group in _byPiece.GetValueOrDefault(piece) ?? [])
            {
                if (group.Pool == candidate.Pool)
                {
                    common[group] = common.GetValueOrDefault(group) + 1;
                }
            }
        }

        return common;
    }

    private void List(uint piece, TrackedGroup group)
    {
        if (!_byPiece.TryGetValue(piece, out List<TrackedGroup>? groups))
        {
            _byPiece.Add(piece, groups = []);
        }

        groups.Add(group);
    }

    private void ListAll()
    {
        _byPiece.Clear();
        foreach (TrackedGroup group in _groups)
        {
            foreach (uint piece in group.Pieces)
            {
                List(piece, group);
            }
        }
    }
}
