// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Counts the words of a text: their lengths, and how many of the first 512 came before.</summary>
internal ref struct WordTally
{
    /// <summary>Slots of the table of words seen; twice the words it takes, so that a search stays short.</summary>
    public const int Slots = 1024;

    private const int MostWords = Slots / 2;
    private const int LongestShortWord = 4;

    private readonly Span<uint> _slots;
    private readonly Span<ushort> _counts;
    private double _lengths;
    private double _squares;
    private int _distinct;

    public WordTally(Span<uint> slots, Span<ushort> counts)
    {
        _slots = slots;
        _counts = counts;
    }

    public int Count { get; private set; }

    public int Capitalised { get; private set; }

    public int RepeatedShort { get; private set; }

    public int MostFrequent { get; private set; }

    public readonly float MeanLength => Count == 0 ? 0 : (float)(_lengths / Count);

    public readonly float DeviationOfLength =>
        Count == 0 ? 0 : (float)Math.Sqrt(Math.Max(0, (_squares / Count) - (_lengths / Count * (_lengths / Count))));

    /// <summary>Different words over words, both among the first 512.</summary>
    public readonly float DistinctShare => Count == 0 ? 0 : (float)_distinct / Math.Min(Count, MostWords);

    public void Add(uint hash, int length, bool capitalised)
    {
        Count++;
        _lengths += length;
        _squares += (double)length * length;
        Capitalised += capitalised ? 1 : 0;
        if (Count > MostWords)
        {
            return;
        }

        hash = (uint)(BitMix.Of(hash) >> 32) | 1;
        int slot = (int)(hash >> 22);
        while (_slots[slot] != 0 && _slots[slot] != hash)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        if (_slots[slot] == 0)
        {
            _slots[slot] = hash;
            _distinct++;
        }
        else if (length <= LongestShortWord)
        {
            RepeatedShort++;
        }

        MostFrequent = Math.Max(MostFrequent, ++_counts[slot]);
    }
}
