// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Rules.Conditions;

/// <summary>A set of atoms as masks over the words that hold them; words without any of the set's atoms are left out.</summary>
internal sealed class AtomMask
{
    private readonly int[] _words;
    private readonly ulong[] _masks;

    public AtomMask(IEnumerable<int> atoms)
    {
        var masks = new SortedDictionary<int, ulong>();
        foreach (int atom in atoms)
        {
            Include(masks, atom);
        }

        _words = [.. masks.Keys];
        _masks = [.. masks.Values];
    }

    /// <summary>Whether any atom of the set is among these.</summary>
    public bool Intersects(ReadOnlySpan<ulong> atoms)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if ((atoms[_words[i]] & _masks[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many atoms of the set are among these.</summary>
    public int CountIn(ReadOnlySpan<ulong> atoms)
    {
        int count = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(atoms[_words[i]] & _masks[i]);
        }

        return count;
    }

    private static void Include(SortedDictionary<int, ulong> masks, int atom)
    {
        masks.TryGetValue(atom >> 6, out ulong mask);
        masks[atom >> 6] = mask | (1UL << (atom & 63));
    }
}
