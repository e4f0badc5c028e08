// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Counts the distinct beginnings of phrases: as many states an automaton of them has, besides its start.</summary>
/// <remarks>For compiling, where it allocates. Not safe to use from several threads at once.</remarks>
internal sealed class PhraseBeginnings
{
    private readonly Dictionary<(int Beginning, byte Next), int> _known = [];

    /// <summary>How many distinct beginnings the phrases added so far have.</summary>
    public int Count => _known.Count;

    /// <summary>Adds a phrase with all its beginnings.</summary>
    public void Add(ReadOnlySpan<byte> phrase)
    {
        int beginning = 0;
        foreach (byte next in phrase)
        {
            if (!_known.TryGetValue((beginning, next), out int longer))
            {
                longer = _known.Count + 1;
                _known.Add((beginning, next), longer);
            }

            beginning = longer;
        }
    }
}
