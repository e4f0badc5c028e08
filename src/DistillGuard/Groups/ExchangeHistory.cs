// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>Exchanges in the order they came: a ring that grows by doubling up to its capacity. Not thread-safe.</summary>
internal sealed class ExchangeHistory : ISnapshotPart
{
    private const int FirstRoom = 1024;

    private readonly int _capacity;
    private HistoryEntry[] _entries;
    private int _first;

    public ExchangeHistory(int capacity)
    {
        _capacity = capacity;
        _entries = new HistoryEntry[Math.Min(FirstRoom, capacity)];
    }

    public int Count { get; private set; }

    public int Capacity => _capacity;

    public bool IsFull => Count == _capacity;

    /// <summary>An entry, the oldest being number 0.</summary>
    public ref HistoryEntry this[int number]
    {
        get
        {
            int at = _first + number;
            return ref _entries[at >= _entries.Length ? at - _entries.Length : at];
        }
    }

    /// <summary>Bytes of a full ring.</summary>
    public static long BytesFor(int capacity) => (long)Unsafe.SizeOf<HistoryEntry>() * capacity;

    /// <summary>Room for a new entry, zeroed; the oldest is forgotten when there is none.</summary>
    public ref HistoryEntry Add()
    {
        if (Count == _entries.Length && Count < _capacity)
        {
            Grow();
        }

        if (Count == _entries.Length)
        {
            ForgetOldest();
        }

        ref HistoryEntry entry = ref this[Count++];
        entry = default;
        return ref entry;
    }

    /// <summary>Forgets the entries before a time, from the oldest up to the first that is not.</summary>
    public void ForgetBefore(long ticks)
    {
        while (Count > 0 && this[0].Ticks < ticks)
        {
            ForgetOldest();
        }
    }

    /// <summary>Forgets all but the first entries; the caller moved to the front what is to stay.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    public void Save(SnapshotWriter writer)
    {
        writer.Write(Count);
        int whole = Math.Min(Count, _entries.Length - _first);
        writer.WriteAll<HistoryEntry>(_entries.AsSpan(_first, whole));
        writer.WriteAll<HistoryEntry>(_entries.AsSpan(0, Count - whole));
    }

    public void Load(SnapshotReader reader)
    {
        int count = reader.ReadCount(_capacity, "exchanges");
        while (_entries.Length < count)
        {
            Grow();
        }

        reader.ReadAll(_entries.AsSpan(0, count));
        _first = 0;
        Count = count;
    }

    private void ForgetOldest()
    {
        _first = _first + 1 == _entries.Length ? 0 : _first + 1;
        Count--;
    }

    private void Grow()
    {
        var larger = new HistoryEntry[(int)Math.Min(_capacity, 2L * _entries.Length)];
        for (int i = 0; i < Count; i++)
        {
            larger[i] = this[i];
        }

        _entries = larger;
        _first = 0;
    }
}
