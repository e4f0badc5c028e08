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
    private readonly int _shortestPhrase;

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

        _shortestPhrase = PhraseFilter.Width;
    }

    public int LongestPhrase => _automaton.LongestPhrase;

    public int PhraseWords => _automaton.HitWords;

    public PhraseAutomaton Automaton => _automaton;

    /// <summary>Adds the atoms that the text of one role makes true.</summary>
    public void Scan(ReadOnlySpan<byte> text, RoleScope role, MatchScratch scratch)
    {
        if (text.Length < _shortestPhrase || (role & _scope) == RoleScope.None)
        {
            return;
        }

        // A long text is folded piece by piece; each piece begins with the end of the one before, so that a phrase that
        // lies across the seam is whole in one of them.
        byte[] folded = scratch.Folded;
        bool afterSpace = true;
        bool isStart = true;
        int kept = 0;
        while (true)
        {
            int taken = WholeCharacters(text, MatchScratch.PieceBytes);
            int length = kept + TextFolder.Fold(text[..taken], folded.AsSpan(kept), ref afterSpace);
            text = text[taken..];
            ScanPiece(folded.AsSpan(0, length), isStart, text.IsEmpty, role, scratch);
            if (text.IsEmpty)
            {
                return;
            }

            int begin = Math.Max(0, length - (_automaton.LongestPhrase + 1));
            isStart &= begin == 0;
            kept = length - begin;
            folded.AsSpan(begin, kept).CopyTo(folded);
        }
    }

    /// <summary>Most bytes, up to a limit, that do not cut a character.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> text, int limit)
    {
        if (text.Length <= limit)
        {
            return text.Length;
        }

        int end = limit;
        while (end > limit - 3 && (text[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return end;
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
