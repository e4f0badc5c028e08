// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Finds which of many phrases occur in a folded text. Made once, immutable, safe on any thread.</summary>
/// <remarks>
/// <para>A sampled filter (<see cref="PhraseFilter"/>) looks at eight bytes every few bytes and passes over text that cannot hold
/// a phrase; where it stops, the phrases with those bytes are compared. Comparisons have a budget that ordinary text never uses
/// up. When it is spent, the rest of the text goes through an Aho-Corasick automaton (Aho and Corasick 1975) with a full
/// transition table, which looks at each byte once: whoever writes the prompt to be slow pays that flat price and no more.</para>
/// <para>A phrase that starts or ends with an ASCII letter or digit does not match where a word goes on at that side. Other
/// scripts have no such rule, because many write no spaces and inflect at the end.</para>
/// </remarks>
internal sealed class PhraseAutomaton
{
    private const int LeastBudget = 32;
    private const int BytesPerComparison = 64; // one comparison costs what the automaton takes for two or three bytes

    private readonly PhraseFilter? _filter;
    private readonly PhraseStates _states;
    private readonly PhraseEdges[] _edges;
    private readonly byte[][] _phrases;

    private PhraseAutomaton(PhraseFilter? filter, PhraseStates states, PhraseEdges[] edges, byte[][] phrases)
    {
        _filter = filter;
        _states = states;
        _edges = edges;
        _phrases = phrases;
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

    /// <summary>Bytes between two looks of the filter: the longer the shortest phrase, the fewer the looks. 0: there is no filter.</summary>
    public int Stride => _filter?.Stride ?? 0;

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => (_filter?.TableBytes ?? 0) + _states.TableBytes;

    /// <summary>Prepares the phrases; their ids are their places in the list.</summary>
    /// <param name="phrases">Folded, without duplicates, none empty. If one is shorter than <see cref="PhraseFilter.Width"/> bytes, there is no filter and
    /// the automaton reads every byte.</param>
    /// <exception cref="ArgumentException">All together need more than 65,535 states.</exception>
    public static PhraseAutomaton Create(IReadOnlyList<byte[]> phrases)
    {
        var edges = new PhraseEdges[phrases.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = new PhraseEdges(phrases[i]);
        }

        bool canFilter = Array.TrueForAll(edges, edge => edge.Length >= PhraseFilter.Width);
        return new PhraseAutomaton(canFilter ? PhraseFilter.Create(phrases) : null, PhraseStates.Create(phrases), edges, [.. phrases]);
    }

    /// <summary>Adds the ids of the phrases in a text to a set.</summary>
    /// <param name="text">Folded text, or a piece of one.</param>
    /// <param name="isStart">Whether the text starts here; otherwise a word is taken to go on before the piece.</param>
    /// <param name="isEnd">Whether the text ends here; otherwise a word is taken to go on after the piece.</param>
    /// <param name="hits">Set of phrase ids, <see cref="HitWords"/> long.</param>
    public void Scan(ReadOnlySpan<byte> text, bool isStart, bool isEnd, Span<ulong> hits)
    {
        int walkFrom = _filter is null ? 0 : ScanFiltered(_filter, text, isStart, isEnd, hits);
        if (walkFrom < text.Length)
        {
            Walk(text, walkFrom, isStart, isEnd, hits);
        }
    }

    /// <summary>Compares where the filter stops, and tells from where on the automaton must go on: the end when all is done.</summary>
    private int ScanFiltered(PhraseFilter filter, ReadOnlySpan<byte> text, bool isStart, bool isEnd, Span<ulong> hits)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int last = text.Length - PhraseFilter.Width;
        int stride = filter.Stride;
        int budget = LeastBudget + (text.Length / BytesPerComparison);

        int next = 0; // looks before it are taken one by one
        for (int at = 0; at <= last; at += stride)
        {
            if (at >= next)
            {
                at = filter.Skip(ref start, at, last);
                next = at + (4 * stride);
                if (at > last)
                {
                    break;
                }
            }

            ulong window = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            if (!filter.MayHold(window))
            {
                continue;
            }

            ReadOnlySpan<PhraseWindow> found = filter.Windows.Find(window);
            budget -= found.Length + 1;
            if (budget < 0)
            {
                return Math.Max(0, at - filter.Before);
            }

            foreach (PhraseWindow entry in found)
            {
                Compare(text, at - entry.Offset, entry.Phrase, isStart, isEnd, hits);
            }
        }

        return text.Length;
    }

    /// <summary>Where a phrase occurs from a place on, or -1. It reads every byte, so ask only for phrases that <see cref="Scan"/> found.</summary>
    /// <param name="phrase">The phrase's id.</param>
    /// <param name="text">Folded text, or a piece of one.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="isStart">As for <see cref="Scan"/>.</param>
    /// <param name="isEnd">As for <see cref="Scan"/>.</param>
    public int IndexOf(int phrase, ReadOnlySpan<byte> text, int from, bool isStart, bool isEnd)
    {
        ReadOnlySpan<byte> expected = _phrases[phrase];
        while (from < text.Length && text[from..].IndexOf(expected) is >= 0 and int found)
        {
            int at = from + found;
            if (IsWhole(_edges[phrase], text, at, isStart, isEnd))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>Bytes of a phrase.</summary>
    public int LengthOf(int phrase) => _edges[phrase].Length;

    /// <summary>Whether a phrase ends with an ASCII letter or digit.</summary>
    public bool EndsWithWord(int phrase) => _edges[phrase].EndsWithWord;

    private static bool IsWhole(PhraseEdges edges, ReadOnlySpan<byte> text, int start, bool isStart, bool isEnd)
    {
        int end = start + edges.Length;
        bool goesOnAfter = edges.EndsWithWord && (end < text.Length ? PhraseEdges.IsWord(text[end]) : !isEnd);
        bool goesOnBefore = edges.StartsWithWord && (start > 0 ? PhraseEdges.IsWord(text[start - 1]) : !isStart);
        return !goesOnAfter && !goesOnBefore;
    }

    private void Compare(ReadOnlySpan<byte> text, int at, ushort phrase, bool isStart, bool isEnd, Span<ulong> hits)
    {
        ReadOnlySpan<byte> expected = _phrases[phrase];
        if (at >= 0 && text.Length - at >= expected.Length && text.Slice(at, expected.Length).SequenceEqual(expected))
        {
            Report(phrase, text, at + expected.Length, isStart, isEnd, hits);
        }
    }

    private void Walk(ReadOnlySpan<byte> text, int from, bool isStart, bool isEnd, Span<ulong> hits)
    {
        int state = 0;
        for (int at = from; at < text.Length; at++)
        {
            state = _states.Next(state, text[at]);
            if (_states.IsEnd(state))
            {
                foreach (ushort phrase in _states.PhrasesAt(state))
                {
                    Report(phrase, text, at + 1, isStart, isEnd, hits);
                }
            }
        }
    }

    /// <summary>Adds a phrase that ends here, unless a word goes on at one of its sides.</summary>
    private void Report(ushort phrase, ReadOnlySpan<byte> text, int end, bool isStart, bool isEnd, Span<ulong> hits)
    {
        PhraseEdges edges = _edges[phrase];
        if (IsWhole(edges, text, end - edges.Length, isStart, isEnd))
        {
            hits[phrase >> 6] |= 1UL << (phrase & 63);
        }
    }
}
