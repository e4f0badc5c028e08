// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>A bounded table from 64-bit keys to plain state, addressed by index. Not thread-safe.</summary>
/// <remarks>
/// Keys are keyed hashes, so their low bits choose the bucket. Room grows by doubling up to the capacity. Nothing is forgotten one by one: a sweep
/// (<see cref="BeginSweep"/>, <see cref="Drop"/>, <see cref="Renumber"/>, <see cref="EndSweep"/>) forgets many, keeps the order of the rest and gives
/// them new indices. During a sweep the chains of the buckets hold marks, so nothing can be found or added.
/// </remarks>
internal sealed class KeyedTable<TState> : ISnapshotPart
    where TState : unmanaged
{
    private const int FirstRoom = 1024;
    private const int None = -1;

    private readonly int _capacity;
    private int[] _buckets;
    private Entry[] _entries;

    public KeyedTable(int capacity)
    {
        _capacity = capacity;
        _entries = new Entry[Math.Min(FirstRoom, capacity)];
        _buckets = NewBuckets(_entries.Length);
    }

    public int Count { get; private set; }

    public int Capacity => _capacity;

    /// <summary>How many more keys it takes.</summary>
    public int Room => _capacity - Count;

    public ref TState this[int index] => ref _entries[index].State;

    /// <summary>Bytes of a full table.</summary>
    public static long BytesFor(int capacity) => ((long)Unsafe.SizeOf<Entry>() * capacity) + ((long)sizeof(int) * Buckets(capacity));

    public ulong KeyOf(int index) => _entries[index].Key;

    /// <summary>The index of a key, or -1.</summary>
    public int Find(ulong key)
    {
        int index = _buckets[(int)(key & (ulong)(_buckets.Length - 1))];
        while (index != None && _entries[index].Key != key)
        {
            index = _entries[index].Next;
        }

        return index;
    }

    /// <summary>The index of a key, added with zero bytes if need be; -1 when it is new and the table is full.</summary>
    public int FindOrAdd(ulong key, out bool isNew)
    {
        int index = Find(key);
        isNew = index == None && Count < _capacity;
        return isNew ? Add(key) : index;
    }

    /// <summary>Begins a sweep: every entry is kept, with a mark of 0.</summary>
    public void BeginSweep()
    {
        for (int i = 0; i < Count; i++)
        {
            _entries[i].Next = 0;
        }
    }

    /// <summary>In a sweep, before <see cref="Renumber"/>: a number, 0 or more, that the caller may keep with an entry that is not dropped.</summary>
    public ref int Mark(int index) => ref _entries[index].Next;

    /// <summary>In a sweep: forgets an entry at its end.</summary>
    public void Drop(int index) => _entries[index].Next = None;

    /// <summary>In a sweep: whether an entry is to be forgotten.</summary>
    public bool IsDropped(int index) => _entries[index].Next == None;

    /// <summary>In a sweep: gives the entries that are kept their new indices; marks are gone.</summary>
    public void Renumber()
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            _entries[i].Next = IsDropped(i) ? None : kept++;
        }
    }

    /// <summary>In a sweep, after <see cref="Renumber"/>: the new index, or -1.</summary>
    public int NewIndexOf(int index) => _entries[index].Next;

    /// <summary>Ends a sweep: the entries stand at their new indices.</summary>
    public void EndSweep()
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!IsDropped(i))
            {
                _entries[kept++] = _entries[i];
            }
        }

        Count = kept;
        Array.Fill(_buckets, None);
        Chain();
    }

    /// <summary>Writes the entries in their order; not during a sweep.</summary>
    public void Save(SnapshotWriter writer)
    {
        writer.Write(Count);
        writer.WriteAll<Entry>(_entries.AsSpan(0, Count));
    }

    public void Load(SnapshotReader reader)
    {
        Count = reader.ReadCount(_capacity, "entries");
        int room = _entries.Length;
        while (room < Count)
        {
            room = (int)Math.Min(_capacity, 2L * room);
        }

        _entries = new Entry[room];
        _buckets = NewBuckets(room);
        reader.ReadAll(_entries.AsSpan(0, Count));
        Chain();
    }

    private int Add(ulong key)
    {
        if (Count == _entries.Length)
        {
            Grow();
        }

        ref int bucket = ref _buckets[(int)(key & (ulong)(_buckets.Length - 1))];
        _entries[Count] = new Entry { Key = key, Next = bucket };
        bucket = Count;
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, (int)Math.Min(_capacity, 2L * _entries.Length));
        _buckets = NewBuckets(_entries.Length);
        Chain();
    }

    private void Chain()
    {
        for (int i = 0; i < Count; i++)
        {
            ref int bucket = ref _buckets[(int)(_entries[i].Key & (ulong)(_buckets.Length - 1))];
            _entries[i].Next = bucket;
            bucket = i;
        }
    }

    private static int Buckets(int entries) => (int)Math.Min(1u << 30, BitOperations.RoundUpToPowerOf2((uint)entries));

    private static int[] NewBuckets(int entries)
    {
        int[] buckets = new int[Buckets(entries)];
        Array.Fill(buckets, None);
        return buckets;
    }

    // Four-byte packing: a million entries with eight-byte fields would otherwise carry four idle bytes each, or twelve.
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Entry
    {
        public ulong Key;

        /// <summary>The next entry of the bucket; in a sweep a mark, then the new index.</summary>
        public int Next;
        public TState State;
    }
}
