// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Counts how often some phrases occur in a request, repeats included.</summary>
internal sealed class PhraseCount
{
    private readonly CountAtom _atom;
    private readonly PhraseAutomaton _automaton;
    private readonly int[] _phrases;

    public PhraseCount(CountAtom atom, PhraseAutomaton automaton)
    {
        _atom = atom;
        _automaton = automaton;
        _phrases = [.. atom.Phrases];
    }

    public RoleScope Scope => _atom.Scope;

    public int Atom => _atom.Atom;

    public int Minimum => _atom.Minimum;

    /// <summary>Occurrences in a piece that were not in the piece before.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="hits">The phrases that occur in it.</param>
    /// <param name="enough">Where counting may stop.</param>
    public int In(in FoldedPieces piece, ReadOnlySpan<ulong> hits, int enough)
    {
        int count = 0;
        foreach (int phrase in _phrases)
        {
            if ((hits[phrase >> 6] & (1UL << (phrase & 63))) == 0)
            {
                continue;
            }

            int length = _automaton.LengthOf(phrase);
            bool endsWithWord = _automaton.EndsWithWord(phrase);
            int at = 0;
            while (count < enough && (at = _automaton.IndexOf(phrase, piece.Current, at, piece.IsStart, piece.IsEnd)) >= 0)
            {
                // What ended at the seam was counted then, unless it was not known whether its last word went on.
                int end = at + length;
                count += end > piece.Known || (end == piece.Known && endsWithWord) ? 1 : 0;
                at = end;
            }
        }

        return count;
    }
}
