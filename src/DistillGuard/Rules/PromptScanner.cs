// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Finds which atoms a request's texts make true: folds them, looks for phrases, and tries patterns around required phrases.</summary>
internal sealed class PromptScanner
{
    private readonly PhraseAutomaton _automaton;
    private readonly RegexWindow[] _regexes;
    private readonly PhraseAtom[] _atoms;
    private readonly int[] _atomStarts;
    private readonly RoleScope _scope;

    public PromptScanner(AtomTable table)
    {
        _automaton = PhraseAutomaton.Create(table.Phrases);
        _regexes = [.. table.RegexAtoms.Select(atom => new RegexWindow(atom, table.Phrases[atom.Phrase]))];
        _atoms = [.. table.PhraseAtoms.OrderBy(atom => atom.Phrase)];
        _atomStarts = new int[table.Phrases.Count + 1];
        foreach (PhraseAtom atom in _atoms)
        {
            _atomStarts[atom.Phrase + 1]++;
            _scope |= atom.Scope;
        }

        for (int i = 0; i < table.Phrases.Count; i++)
        {
            _atomStarts[i + 1] += _atomStarts[i];
        }

        foreach (RegexAtom atom in table.RegexAtoms)
        {
            _scope |= atom.Scope;
        }
    }

    public PhraseAutomaton Automaton => _automaton;

    /// <summary>Adds the atoms that the text of one role makes true.</summary>
    public void Scan(ReadOnlySpan<byte> text, RoleScope role, MatchScratch scratch)
    {
        if ((role & _scope) == RoleScope.None)
        {
            return;
        }

        var pieces = new FoldedPieces(text, _automaton.LongestPhrase);
        while (pieces.MoveNext(scratch.Folded))
        {
            ScanPiece(pieces.Current, pieces.IsStart, pieces.IsEnd, role, scratch);
        }
    }

    private void ScanPiece(ReadOnlySpan<byte> piece, bool isStart, bool isEnd, RoleScope role, MatchScratch scratch)
    {
        ulong[] hits = scratch.PhraseHits;
        _automaton.Scan(piece, isStart, isEnd, hits);
        for (int word = 0; word < hits.Length; word++)
        {
            while (hits[word] != 0)
            {
                int phrase = (word * 64) + BitOperations.TrailingZeroCount(hits[word]);
                hits[word] &= hits[word] - 1;
                SetAtoms(phrase, piece, role, scratch);
            }
        }
    }

    private void SetAtoms(int phrase, ReadOnlySpan<byte> piece, RoleScope role, MatchScratch scratch)
    {
        for (int i = _atomStarts[phrase]; i < _atomStarts[phrase + 1]; i++)
        {
            if ((_atoms[i].Scope & role) != RoleScope.None)
            {
                Set(scratch.Atoms, _atoms[i].Atom);
            }
        }

        foreach (RegexWindow regex in _regexes)
        {
            if (regex.Phrase == phrase
                && (regex.Scope & role) != RoleScope.None
                && !IsSet(scratch.Atoms, regex.Atom)
                && regex.IsMatch(piece, scratch.Window))
            {
                Set(scratch.Atoms, regex.Atom);
            }
        }
    }

    private static void Set(ulong[] atoms, int atom) => atoms[atom >> 6] |= 1UL << (atom & 63);

    private static bool IsSet(ulong[] atoms, int atom) => (atoms[atom >> 6] & (1UL << (atom & 63))) != 0;
}
