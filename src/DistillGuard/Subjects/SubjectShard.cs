// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>
/// One part of a <see cref="SubjectTable"/>: a chained hash table of fixed size that forgets the subject least recently seen,
/// approximately (the clock algorithm, Corbató 1968).
/// </summary>
/// <remarks>
/// Entries never move, so a held profile stays where it is. The gate guards the chains and the pins, never a profile's state; a
/// pinned entry is not evicted. Who waits for a profile waits outside the gate.
/// </remarks>
internal sealed class SubjectShard
{
    private const int None = -1;

    private readonly SubjectEntry[] _entries;
    private readonly int[] _buckets;
    private readonly byte[] _states;
    private readonly int _stateBytes;
    private SpinGate _gate;
    private int _count;
    private int _hand;

    public SubjectShard(int capacity, int stateBytes)
    {
        _stateBytes = stateBytes;
        _entries = new SubjectEntry[capacity];
        _buckets = new int[BucketCount(capacity)];
        _states = new byte[checked(capacity * stateBytes)];
        Array.Fill(_buckets, None);
    }

    /// <summary>Subjects remembered.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Subjects forgotten to make room.</summary>
    public long Evictions { get; private set; }

    /// <summary>Bytes that a shard of this size takes, without the few dozen of its object headers.</summary>
    public static long Bytes(int capacity, int stateBytes) =>
        ((long)capacity * (Unsafe.SizeOf<SubjectEntry>() + stateBytes)) + ((long)BucketCount(capacity) * sizeof(int));

    /// <summary>Holds the profile of a key, made if need be. Holds nothing when every profile of the shard is held by others.</summary>
    public SubjectHandle Hold(SubjectKey key)
    {
        _gate.Enter();
        int entry = Find(key);
        bool isNew = entry == None;
        if (isNew)
        {
            entry = Add(key);
        }

        if (entry != None)
        {
            Interlocked.Increment(ref _entries[entry].Pins); // Release counts down outside the gate
            _entries[entry].RecentlyUsed = true;
        }

        _gate.Exit();
        if (entry == None)
        {
            return default;
        }

        _entries[entry].Gate.Enter();
        return new SubjectHandle(this, entry, isNew);
    }

    public Span<byte> State(int entry) => _states.AsSpan(entry * _stateBytes, _stateBytes);

    public void Release(int entry)
    {
        _entries[entry].Gate.Exit();
        Interlocked.Decrement(ref _entries[entry].Pins);
    }

    private static int BucketCount(int capacity) =>
        (int)Math.Min(1 << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity));

    private int Find(SubjectKey key)
    {
        int entry = _buckets[Bucket(key)];
        while (entry != None && _entries[entry].Key != key)
        {
            entry = _entries[entry].Next;
        }

        return entry;
    }

    private int Add(SubjectKey key)
    {
        int entry = _count < _entries.Length ? _count++ : Evict();
        if (entry == None)
        {
            return None;
        }

        ref int bucket = ref _buckets[Bucket(key)];
        _entries[entry].Key = key;
        _entries[entry].Next = bucket;
        bucket = entry;
        return entry;
    }

    private int Evict()
    {
        // Two rounds clear every mark; if even then all are pinned, the caller goes without.
        for (int step = 0; step < 2 * _entries.Length; step++)
        {
            int candidate = _hand;
            _hand = _hand + 1 == _entries.Length ? 0 : _hand + 1;
            ref SubjectEntry entry = ref _entries[candidate];
            if (Volatile.Read(ref entry.Pins) != 0)
            {
                continue;
            }

            if (entry.RecentlyUsed)
            {
                entry.RecentlyUsed = false;
                continue;
            }

            Unlink(candidate);
            State(candidate).Clear();
            Evictions++;
            return candidate;
        }

        return None;
    }

    private void Unlink(int candidate)
    {
        ref int link = ref _buckets[Bucket(_entries[candidate].Key)];
        while (link != candidate)
        {
            link = ref _entries[link].Next;
        }

        link = _entries[candidate].Next;
    }

    private int Bucket(SubjectKey key) => (int)(key.Low & (ulong)(_buckets.Length - 1));
}
