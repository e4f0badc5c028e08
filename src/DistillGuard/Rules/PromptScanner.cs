// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>
/// Finds which atoms a request's texts make true: folds them, looks for phrases, tries patterns around required phrases, measures
/// distances and counts.
/// </summary>
internal sealed class PromptScanner
{
    private readonly PhraseAutomaton _automaton;
    private readonly RegexWindow[] _regexes;
    private readonly int[] _regexStarts;
    private readonly ProximityCheck[] _proximities;
    private readonly PhraseCount[] _counts;
    private readonly PhraseAtom[] _atoms;
    private readonly int[] _atomStarts;
    private readonly RoleScope _scope;

    public PromptScanner(AtomTable table)
    {
        _automaton = PhraseAutomaton.Create(table.Phrases);
        _regexes = [.. table.RegexAtoms.OrderBy(atom => atom.Phrase).Select(atom => new RegexWindow(atom, table.Phrases[atom.Phrase]))];
        _regexStarts = Starts(_regexes.Select(regex => regex.Phrase), table.Phrases.Count);
        _proximities = [.. table.ProximityAtoms.Select(atom => new ProximityCheck(atom, _automaton))];
        _counts = [.. table.CountAtoms.Select(atom => new PhraseCount(atom, _automaton))];
        _atoms = [.. table.PhraseAtoms.OrderBy(atom => atom.Phrase)];
        _atomStarts = Starts(_atoms.Select(atom => atom.Phrase), table.Phrases.Count);
        foreach (PhraseAtom atom in _atoms)
        {
            _scope |= atom.Scope;
        }

        foreach (RegexAtom atom in table.RegexAtoms)
        {
            _scope |= atom.Scope;
        }

        Overlap = _automaton.LongestPhrase;
        foreach (ProximityCheck proximity in _proximities)
        {
            Overlap = Math.Max(Overlap, proximity.Reach);
        }
    }

    public PhraseAutomaton Automaton => _automaton;

    /// <summary>Bytes that pieces of a text overlap by.</summary>
    public int Overlap { get; }

    /// <summary>Number of counts that are kept during a reading.</summary>
    public int CountSlots => _counts.Length;

    /// <summary>Room that places of phrases take.</summary>
    public int Places => _proximities.Length == 0 ? 0 : Reading.ProximityOperator.MostGroups * ProximityCheck.MostOfGroup;

    /// <summary>Whether anything is searched in text of a scope.</summary>
    public bool Reads(RoleScope scope) => (scope & _scope) != RoleScope.None;

    /// <summary>Adds the atoms that a text, read in one way, makes true.</summary>
    public void Scan(ReadOnlySpan<byte> text, RoleScope scope, PromptReading reading, bool mostlyLatin, MatchScratch scratch)
    {
        if (!Reads(scope))
        {
            return;
        }

        var pieces = new FoldedPieces(text, Overlap, reading, mostlyLatin);
        while (pieces.MoveNext(scratch))
        {
            ScanPiece(in pieces, scope, scratch);
        }
    }

    private void ScanPiece(in FoldedPieces piece, RoleScope scope, MatchScratch scratch)
    {
        ulong[] hits = scratch.PhraseHits;
        _automaton.Scan(piece.Current, piece.IsStart, piece.IsEnd, hits);
        Measure(in piece, scope, scratch);
        for (int word = 0; word < hits.Length; word++)
        {
            while (hits[word] != 0)
            {
                int phrase = (word * 64) + BitOperations.TrailingZeroCount(hits[word]);
                hits[word] &= hits[word] - 1;
                SetAtoms(phrase, piece.Current, scope, scratch);
            }
        }
    }

    private void Measure(in FoldedPieces piece, RoleScope scope, MatchScratch scratch)
    {
        foreach (ProximityCheck proximity in _proximities)
        {
            if ((proximity.Scope & scope) != RoleScope.None
                && !IsSet(scratch.Atoms, proximity.Atom)
                && proximity.Holds(in piece, scratch.PhraseHits, scratch.Places))
            {
                Set(scratch.Atoms, proximity.Atom);
            }
        }

        for (int i = 0; i < _counts.Length; i++)
        {
            PhraseCount count = _counts[i];
            if ((count.Scope & scope) != RoleScope.None && !IsSet(scratch.Atoms, count.Atom))
            {
                scratch.Counts[i] += count.In(in piece, scratch.PhraseHits, count.Minimum - scratch.Counts[i]);
                if (scratch.Counts[i] >= count.Minimum)
                {
                    Set(scratch.Atoms, count.Atom);
                }
            }
        }
    }

    private void SetAtoms(int phrase, ReadOnlySpan<byte> piece, RoleScope scope, MatchScratch scratch)
    {
        for (int i = _atomStarts[phrase]; i < _atomStarts[phrase + 1]; i++)
        {
            if ((_atoms[i].Scope & scope) != RoleScope.None)
            {
                Set(scratch.Atoms, _atoms[i].Atom);
            }
        }

        for (int i = _regexStarts[phrase]; i < _regexStarts[phrase + 1]; i++)
        {
            RegexWindow regex = _regexes[i];
            if ((regex.Scope & scope) != RoleScope.None
                && !IsSet(scratch.Atoms, regex.Atom)
                && regex.IsMatch(piece, scratch.Window))
            {
                Set(scratch.Atoms, regex.Atom);
            }
        }
    }

    /// <summary>Where in an ordered list the entries of each phrase start.</summary>
    private static int[] Starts(IEnumerable<int> ordered, int phrases)
    {
        var starts = new int[phrases + 1];
        foreach (int phrase in ordered)
        {
            starts[phrase + 1]++;
        }

        for (int i = 0; i < phrases; i++)
        {
            starts[i + 1] += starts[i];
        }

        return starts;
    }

    private static void Set(ulong[] atoms, int atom) => atoms[atom >> 6] |= 1UL << (atom & 63);

    private static bool IsSet(ulong[] atoms, int atom) => (atoms[atom >> 6] & (1UL << (atom & 63))) != 0;
}
