// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Finds which of many phrases occur in a folded text. Made once, immutable, safe on any thread.</summary>
/// <remarks>
/// <para>Two stages. A sampled filter (<see cref="PhraseFilter"/>) looks at eight bytes every few bytes and passes over text that
/// cannot hold a phrase. Around the places it names, and only there, an Aho-Corasick automaton (Aho and Corasick 1975) with a
/// full transition table looks at each byte once. Whoever writes the prompt to be slow pays the automaton's flat price per
/// byte and no more: the work never depends on how phrases or text repeat.</para>
/// <para>A phrase that starts or ends with an ASCII letter or digit does not match where a word goes on at that side. Other
/// scripts have no such rule, because many write no spaces and inflect at the end.</para>
/// </remarks>
internal sealed class PhraseAutomaton
{
    private readonly PhraseFilter _filter;
    private readonly PhraseStates _states;
    private readonly PhraseEdges[] _edges;

    private PhraseAutomaton(PhraseFilter filter, PhraseStates states, PhraseEdges[] edges)
    {
        _filter = filter;
        _states = states;
        _edges = edges;
        PhraseCount = edges.Length;
        foreach (PhraseEdges edge in edges)
        {
            LongestPhrase = Math.Max(LongestPhrase, edge.Length);
        }
    }

    /// <summary>Number of phrases; ids go from 0 to one less.</summary>
    public int PhraseCount { get; }

    /// <summary>Words of 64 bits that a set of phrase ids takes.</summary>
    public int HitWords => (PhraseCount + 63) / 64;

    /// <summary>Bytes of the longest phrase.</summary>
    public int LongestPhrase { get; }

    /// <summary>Bytes between two looks of the filter: the longer the shortest phrase, the fewer the looks.</summary>
    public int Stride => _filter.Stride;

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => _filter.TableBytes + _states.TableBytes;

    /// <summary>Prepares the phrases; their ids are their places in the list.</summary>
    /// <param name="phrases">Folded, without duplicates, each at least <see cref="PhraseFilter.Width"/> bytes.</param>
    /// <exception cref="ArgumentException">A phrase is too short, or all together need more than 65,535 states.</exception>
    public static PhraseAutomaton Create(IReadOnlyList<byte[]> phrases)
    {
        var edges = new PhraseEdges[phrases.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = new PhraseEdges(phrases[i]);
        }

        return new PhraseAutomaton(PhraseFilter.Create(phrases), PhraseStates.Create(phrases), edges);
    }

    /// <summary>Adds the ids of the phrases in a text to a set.</summary>
    /// <param name="text">Folded text, or a piece of one.</param>
    /// <param name="isStart">Whether the text starts here; otherwise a word is taken to go on before the piece.</param>
    /// <param name="isEnd">Whether the text ends here; otherwise a word is taken to go on after the piece.</param>
    /// <param name="hits">Set of phrase ids, <see cref="HitWords"/> long.</param>
    public void Scan(ReadOnlySpan<byte> text, bool isStart, bool isEnd, Span<ulong> hits)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int last = text.Length - PhraseFilter.Width;
        int stride = _filter.Stride;
        int scanned = 0;
        int state = 0;

        for (int at = 0; at <= last; at += stride)
        {
            if (!_filter.MayHold(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at))))
            {
                continue;
            }

            int from = at - _filter.Before;
            if (from > scanned)
            {
                scanned = from;
                state = 0;
            }

            int to = Math.Min(text.Length, at + _filter.After);
            for (; scanned < to; scanned++)
            {
                state = _states.Next(state, Unsafe.Add(ref start, scanned));
                if (_states.IsEnd(state))
                {
                    Report(state, text, scanned + 1, isStart, isEnd, hits);
                }
            }
        }
    }

    private void Report(int state, ReadOnlySpan<byte> text, int end, bool isStart, bool isEnd, Span<ulong> hits)
    {
        bool wordGoesOn = end < text.Length ? PhraseEdges.IsWord(text[end]) : !isEnd;
        foreach (ushort phrase in _states.PhrasesAt(state))
        {
            PhraseEdges edges = _edges[phrase];
            int start = end - edges.Length;
            if ((wordGoesOn && edges.EndsWithWord)
                || (edges.StartsWithWord && (start > 0 ? PhraseEdges.IsWord(text[start - 1]) : !isStart)))
            {
                continue;
            }

            hits[phrase >> 6] |= 1UL << (phrase & 63);
        }
    }
}
