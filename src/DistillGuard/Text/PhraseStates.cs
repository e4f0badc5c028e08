// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>The states and transitions of an Aho-Corasick automaton, every transition written out.</summary>
/// <remarks>
/// Bytes that no phrase uses share one column, so a row is as wide as the phrases' alphabet. States are numbered so that those
/// at which a phrase ends come last: one comparison tells.
/// </remarks>
internal sealed class PhraseStates
{
    /// <summary>Most states; a state is the end of a distinct beginning of a phrase.</summary>
    public const int MostStates = ushort.MaxValue;

    private readonly ushort[] _transitions;
    private readonly byte[] _columns;
    private readonly int _width;
    private readonly int _firstEnd;
    private readonly ushort[] _phrases;
    private readonly int[] _phraseStarts;

    internal PhraseStates(
        ushort[] transitions, byte[] columns, int width, int firstEnd, ushort[] phrases, int[] phraseStarts)
    {
        _transitions = transitions;
        _columns = columns;
        _width = width;
        _firstEnd = firstEnd;
        _phrases = phrases;
        _phraseStarts = phraseStarts;
    }

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => ((_transitions.Length + _phrases.Length) * sizeof(ushort))
        + (_phraseStarts.Length * sizeof(int)) + _columns.Length;

    /// <summary>Builds the automaton.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostStates"/> states are needed.</exception>
    public static PhraseStates Create(IReadOnlyList<byte[]> phrases) => new PhraseStatesBuilder(phrases).Build();

    /// <summary>The state after one more byte. The start is state 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the automaton's inner loop is this and a comparison
    public int Next(int state, byte value)
    {
        int column = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_columns), value);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_transitions), (nint)((state * _width) + column));
    }

    /// <summary>Whether a phrase ends here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEnd(int state) => state >= _firstEnd;

    /// <summary>The phrases that end at a state for which <see cref="IsEnd"/> holds.</summary>
    public ReadOnlySpan<ushort> PhrasesAt(int state)
    {
        int index = state - _firstEnd;
        return _phrases.AsSpan(_phraseStarts[index], _phraseStarts[index + 1] - _phraseStarts[index]);
    }
}
