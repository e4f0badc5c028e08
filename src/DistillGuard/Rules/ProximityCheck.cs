// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Finds out whether phrases of several groups stand near each other, or follow in order.</summary>
/// <remarks>
/// It is asked only when every group has a phrase in the piece. Of each group the first 64 occurrences are looked at, and nothing is
/// near that is more than 1,024 bytes away: a prompt full of the phrases cannot make it expensive.
/// </remarks>
internal sealed class ProximityCheck
{
    /// <summary>Most bytes between two phrases that count as near, whatever the unit.</summary>
    public const int ReachBytes = 1024;

    /// <summary>Most occurrences of a group that are looked at.</summary>
    public const int MostOfGroup = 64;

    private readonly ProximityAtom _atom;
    private readonly PhraseAutomaton _automaton;
    private readonly int[][] _groups;

    public ProximityCheck(ProximityAtom atom, PhraseAutomaton automaton)
    {
        _atom = atom;
        _automaton = automaton;
        _groups = [.. atom.Groups.Select(group => group.ToArray())];
    }

    public RoleScope Scope => _atom.Scope;

    public int Atom => _atom.Atom;

    /// <summary>Bytes that pieces of text must overlap by.</summary>
    public int Reach => _groups.Length * (ReachBytes + _automaton.LongestPhrase);

    /// <summary>Whether the phrases stand so in a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="hits">The phrases that occur in it.</param>
    /// <param name="places">Room for places.</param>
    public bool Holds(in FoldedPieces piece, ReadOnlySpan<ulong> hits, Span<PhrasePlace> places)
    {
        if (!EveryGroupOccurs(hits))
        {
            return false;
        }

        int count = 0;
        for (int group = 0; group < _groups.Length; group++)
        {
            count += Find(in piece, hits, group, places.Slice(count, MostOfGroup));
        }

        Span<PhrasePlace> found = places[..count];
        found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return _atom.Ordered ? HoldsInOrder(piece.Current, found) : HoldsNear(piece.Current, found);
    }

    private bool EveryGroupOccurs(ReadOnlySpan<ulong> hits)
    {
        foreach (int[] group in _groups)
        {
            bool occurs = false;
            foreach (int phrase in group)
            {
                occurs |= (hits[phrase >> 6] & (1UL << (phrase & 63))) != 0;
            }

            if (!occurs)
            {
                return false;
            }
        }

        return true;
    }

    private int Find(in FoldedPieces piece, ReadOnlySpan<ulong> hits, int group, Span<PhrasePlace> places)
    {
        int count = 0;
        foreach (int phrase in _groups[group])
        {
            if ((hits[phrase >> 6] & (1UL << (phrase & 63))) == 0)
            {
                continue;
            }

            int length = _automaton.LengthOf(phrase);
            int at = 0;
            while (count < places.Length && (at = _automaton.IndexOf(phrase, piece.Current, at, piece.IsStart, piece.IsEnd)) >= 0)
            {
                places[count++] = new PhrasePlace(at, at + length, group);
                at += length;
            }
        }

        return count;
    }

    /// <summary>Looks for a chain that takes one place of each group in turn, each close behind the one before.</summary>
    private bool HoldsInOrder(ReadOnlySpan<byte> text, ReadOnlySpan<PhrasePlace> places)
    {
        Span<bool> reached = stackalloc bool[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int group = places[i].Group;
            reached[i] = group == 0 || IsClose(text, LatestEnd(places[..i], reached, group - 1, places[i].Start), places[i].Start);
            if (reached[i] && group == _groups.Length - 1)
            {
                return true;
            }
        }

        return false;
    }

    // Of the places a chain can come from, the one that ends last is the best: it is closest.
    private static int LatestEnd(ReadOnlySpan<PhrasePlace> places, ReadOnlySpan<bool> reached, int group, int start)
    {
        int latest = -1;
        for (int i = 0; i < places.Length; i++)
        {
            if (reached[i] && places[i].Group == group && places[i].End <= start)
            {
                latest = Math.Max(latest, places[i].End);
            }
        }

        return latest;
    }

    /// <summary>Looks for one place of each group, such that little lies between the first end and the last start.</summary>
    private bool HoldsNear(ReadOnlySpan<byte> text, ReadOnlySpan<PhrasePlace> places)
    {
        Span<int> latest = stackalloc int[_groups.Length];
        latest.Fill(-1);
        foreach (PhrasePlace place in places)
        {
            latest[place.Group] = Math.Max(latest[place.Group], place.End);
            int first = int.MaxValue;
            foreach (int end in latest)
            {
                first = Math.Min(first, end);
            }

            if (IsClose(text, first, place.Start))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsClose(ReadOnlySpan<byte> text, int end, int start) =>
        end >= 0
        && (end >= start || (start - end <= ReachBytes && TextDistance.IsWithin(text[end..start], _atom.Within, _atom.Unit)));
}
