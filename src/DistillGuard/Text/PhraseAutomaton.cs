// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Finds which of many phrases occur in a folded text. Made once, immutable, safe on any thread.</summary>
/// <remarks>
/// <para>Sampled filters (<see cref="PhraseFilter"/>), one for phrases of eight and more bytes and one for shorter ones, look at a few bytes every few
/// bytes and pass over text that cannot hold a phrase; where they stop, the phrases with those bytes are compared, those not found yet.
/// Comparisons have a budget that even text of nothing but phrases hardly uses up. When it is spent, the rest of the text goes through an
/// Aho-Corasick automaton (Aho and Corasick 1975) with a full
/// transition table, which looks at each byte once: whoever writes the prompt to be slow pays that flat price and no more.</para>
/// <para>A phrase that starts or ends with an ASCII letter or digit does not match where a word goes on at that side. Other
/// scripts have no such rule, because many write no spaces and inflect at the end.</para>
/// </remarks>
internal sealed class PhraseAutomaton
{
    private const int LeastBudget = 64;

    private readonly PhraseFilter[] _filters;
    private readonly PhraseStates _states;
    private readonly PhraseEdges[] _edges;
    private readonly byte[][] _phrases;

    private PhraseAutomaton(PhraseFilter[] filters, PhraseStates states, PhraseEdges[] edges, byte[][] phrases)
    {
        _filters = filters;
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

    /// <summary>Bytes between two looks of the filter that looks most often: the longer the shortest phrase, the fewer the looks. 0: there is none.</summary>
    public int Stride => _filters.Length == 0 ? 0 : _filters[0].Stride;

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => _states.TableBytes + _filters.Sum(filter => filter.TableBytes);

    /// <summary>Prepares the phrases; their ids are their places in the list.</summary>
    /// <param name="phrases">Folded, without duplicates, none empty. If one is shorter than <see cref="PhraseFilter.Narrow"/> bytes, there is no filter and
    /// the automaton reads every byte.</param>
    /// <exception cref="ArgumentException">All together need more than 65,535 states.</exception>
    public static PhraseAutomaton Create(IReadOnlyList<byte[]> phrases)
    {
        var edges = new PhraseEdges[phrases.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = new PhraseEdges(phrases[i]);
        }

        PhraseFilter?[] filters = Array.TrueForAll(edges, edge => edge.Length >= PhraseFilter.Narrow)
            ? [
                PhraseFilter.TryCreate(phrases, PhraseFilter.Narrow, PhraseFilter.Wide - 1),
                PhraseFilter.TryCreate(phrases, PhraseFilter.Wide, int.MaxValue),
            ]
            : [];
        return new PhraseAutomaton([.. filters.OfType<PhraseFilter>()], PhraseStates.Create(phrases), edges, [.. phrases]);
    }

    /// <summary>Adds the ids of the phrases in a text to a set.</summary>
    /// <param name="text">Folded text, or a piece of one.</param>
    /// <param name="isStart">Whether the text starts here; otherwise a word is taken to go on before the piece.</param>
    /// <param name="isEnd">Whether the text ends here; otherwise a word is taken to go on after the piece.</param>
    /// <param name="hits">Set of phrase ids, <see cref="HitWords"/> long.</param>
    public void Scan(ReadOnlySpan<byte> text, bool isStart, bool isEnd, Span<ulong> hits)
    {
        var place = new PiecePlace(isStart, isEnd);
        if (_filters.Length == 0)
        {
            Walk(text, 0, place, hits);
        }

        foreach (PhraseFilter filter in _filters)
        {
            int walkFrom = ScanFiltered(filter, text, place, hits, stopAtFirst: false);
            if (walkFrom < text.Length)
            {
                Walk(text, walkFrom, place, hits);
            }
        }
    }

    /// <summary>Whether any phrase occurs in a text.</summary>
    /// <param name="text">As for <see cref="Scan"/>.</param>
    /// <param name="isStart">As for <see cref="Scan"/>.</param>
    /// <param name="isEnd">As for <see cref="Scan"/>.</param>
    /// <param name="hits">Room for a set of phrase ids, all clear; when a phrase occurs, ids of some that do.</param>
    public bool Occurs(ReadOnlySpan<byte> text, bool isStart, bool isEnd, Span<ulong> hits)
    {
        var place = new PiecePlace(isStart, isEnd);
        int walkFrom = 0;
        foreach (PhraseFilter filter in _filters)
        {
            walkFrom = ScanFiltered(filter, text, place, hits, stopAtFirst: true);
            if (walkFrom < text.Length)
            {
                break;
            }
        }

        if (walkFrom < text.Length && !hits.ContainsAnyExcept(0UL))
        {
            Walk(text, _filters.Length > 1 ? 0 : walkFrom, place, hits);
        }

        return hits.ContainsAnyExcept(0UL);
    }

    /// <summary>Compares where the filter stops, and tells from where on the automaton must go on: the end when all is done.</summary>
    private int ScanFiltered(PhraseFilter filter, ReadOnlySpan<byte> text, PiecePlace place, Span<ulong> hits, bool stopAtFirst)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int last = text.Length - filter.Width;
        int stride = filter.Stride;
        int budget = LeastBudget + text.Length;

        for (int at = filter.Skip(ref start, 0, last); at <= last; at = filter.Skip(ref start, at + stride, last))
        {
            ulong window = filter.Load(ref Unsafe.Add(ref start, at));
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

            foreach (ref readonly PhraseWindow entry in found)
            {
                if (Compare(text, at - entry.Offset, in entry, place, hits) && stopAtFirst)
                {
                    return at;
                }
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
            if (IsWhole(_edges[phrase], text, at, new PiecePlace(isStart, isEnd)))
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

    private static bool IsWhole(PhraseEdges edges, ReadOnlySpan<byte> text, int start, PiecePlace place)
    {
        int end = start + edges.Length;
        bool goesOnAfter = edges.EndsWithWord && (end < text.Length ? PhraseEdges.IsWord(text[end]) : !place.IsEnd);
        bool goesOnBefore = edges.StartsWithWord && (start > 0 ? PhraseEdges.IsWord(text[start - 1]) : !place.IsStart);
        return !goesOnAfter && !goesOnBefore;
    }

    /// <summary>Compares a phrase with a place, and tells whether it is new and stands there.</summary>
    private bool Compare(ReadOnlySpan<byte> text, int at, ref readonly PhraseWindow entry, PiecePlace place, Span<ulong> hits)
    {
        if (at < 0 || text.Length - at < entry.Length)
        {
            return false;
        }

        // The check lies within the phrase, and so within the text.
        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        if (entry.CheckOffset != ushort.MaxValue && Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, entry.CheckOffset)) != entry.Check)
        {
            return false;
        }

        int phrase = entry.Phrase;
        return (hits[phrase >> 6] & (1UL << (phrase & 63))) == 0
            && text.Slice(at, entry.Length).SequenceEqual(_phrases[phrase])
            && Report(entry.Phrase, text, at, place, hits);
    }

    private void Walk(ReadOnlySpan<byte> text, int from, PiecePlace place, Span<ulong> hits)
    {
        int state = 0;
        for (int at = from; at < text.Length; at++)
        {
            state = _states.Next(state, text[at]);
            if (_states.IsEnd(state))
            {
                foreach (ushort phrase in _states.PhrasesAt(state))
                {
                    Report(phrase, text, at + 1 - _edges[phrase].Length, place, hits);
                }
            }
        }
    }

    /// <summary>Adds a phrase that starts here, unless a word goes on at one of its sides.</summary>
    private bool Report(ushort phrase, ReadOnlySpan<byte> text, int start, PiecePlace place, Span<ulong> hits)
    {
        bool isWhole = IsWhole(_edges[phrase], text, start, place);
        hits[phrase >> 6] |= isWhole ? 1UL << (phrase & 63) : 0;
        return isWhole;
    }
}
