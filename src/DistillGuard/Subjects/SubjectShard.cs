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

    // Bounds the time under the gate when every profile was used since the last round: then the first one seen goes.
    private const int LongestSearch = 128;

    private const int LongestWalkAhead = 4;

    private readonly SubjectEntry[] _entries;
    private readonly int[] _buckets;
    private readonly byte[] _states;
    private readonly int _stateBytes;
    private readonly SubjectRoom _room;
    private SpinGate _gate;
    private int _count;
    private int _hand;
    private long _evictions;

    public SubjectShard(int capacity, SubjectLayout layout, SubjectKind kind, SubjectRoom room)
    {
        Layout = layout;
        _room = room;
        _stateBytes = layout.BytesPer(kind);
        _entries = new SubjectEntry[capacity];
        _buckets = new int[BucketCount(capacity)];
        _states = new byte[checked(capacity * _stateBytes)];
        Array.Fill(_buckets, None);
    }

    /// <summary>The plan of the profiles' state.</summary>
    public SubjectLayout Layout { get; }

    /// <summary>Subjects remembered.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Subjects forgotten to make room.</summary>
    public long Evictions => Volatile.Read(ref _evictions);

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
        else
        {
            // Only who returns earns a second round: a flood of accounts seen once cannot displace the regulars.
            _entries[entry].RecentlyUsed = true;
        }

        return PinAndLeave(entry, isNew);
    }

    /// <summary>Holds the profile of a key if it is remembered. An outcome makes no profile, and is no use of one.</summary>
    public SubjectHandle HoldKnown(SubjectKey key)
    {
        _gate.Enter();
        return PinAndLeave(Find(key), isNew: false);
    }

    /// <summary>
    /// Asks for the memory that <see cref="Hold"/> will need, one step further each time: the bucket, the entry, the state. Done outside the
    /// gate: what it meets may be out of date, and then the wrong memory was asked for.
    /// </summary>
    public void Prefetch(SubjectKey key, PrefetchStep step)
    {
        ref int bucket = ref _buckets[Bucket(key)];
        if (step == PrefetchStep.Bucket)
        {
            CacheLines.Prefetch(ref Unsafe.As<int, byte>(ref bucket), sizeof(int));
            return;
        }

        int entry = Volatile.Read(ref bucket);
        if (step == PrefetchStep.Entry)
        {
            if (entry != None)
            {
                CacheLines.Prefetch(ref Unsafe.As<SubjectEntry, byte>(ref _entries[entry]), Unsafe.SizeOf<SubjectEntry>());
            }

            return;
        }

        // Others may change the chain meanwhile, so the walk is bounded; nearly all chains are shorter.
        for (int left = LongestWalkAhead; entry != None && left > 0; left--)
        {
            if (_entries[entry].Key == key)
            {
                CacheLines.Prefetch(ref _states[entry * _stateBytes], _stateBytes);
                return;
            }

            entry = Volatile.Read(ref _entries[entry].Next);
        }
    }

    /// <summary>The key of a held profile.</summary>
    public SubjectKey Key(int entry) => _entries[entry].Key;

    public Span<byte> State(int entry) => _states.AsSpan(entry * _stateBytes, _stateBytes);

    public void Release(int entry)
    {
        _entries[entry].Gate.Exit();
        Interlocked.Decrement(ref _entries[entry].Pins);
    }

    /// <summary>Copies an entry as it is now: held for as long as that takes, so that what is copied belongs together.</summary>
    /// <param name="entry">Its number, below <see cref="Count"/>.</param>
    /// <param name="state">Where its state goes.</param>
    /// <param name="recentlyUsed">Whether it has a second round.</param>
    /// <returns>Its key.</returns>
    public SubjectKey Copy(int entry, Span<byte> state, out bool recentlyUsed)
    {
        _gate.Enter();
        recentlyUsed = _entries[entry].RecentlyUsed;
        PinAndLeave(entry, isNew: false);
        SubjectKey key = _entries[entry].Key;
        State(entry).CopyTo(state);
        Release(entry);
        return key;
    }

    /// <summary>Where the search for room goes on.</summary>
    public int Hand
    {
        get => Volatile.Read(ref _hand);
        set => _hand = value < _count ? value : 0;
    }

    /// <summary>Puts back what was copied; a subject that is there already takes the later copy.</summary>
    public void Put(SubjectKey key, ReadOnlySpan<byte> state, bool recentlyUsed)
    {
        _gate.Enter();
        int entry = Find(key);
        entry = entry == None ? Add(key) : entry;
        if (entry != None)
        {
            _entries[entry].RecentlyUsed = recentlyUsed;
            state.CopyTo(State(entry));
        }

        _gate.Exit();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _gate.Enter();
        Array.Fill(_buckets, None);
        Array.Clear(_entries, 0, _count);
        Array.Clear(_states, 0, _count * _stateBytes);
        _count = 0;
        _hand = 0;
        _gate.Exit();
    }

    private static int BucketCount(int capacity) =>
        (int)Math.Min(1 << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity));

    private SubjectHandle PinAndLeave(int entry, bool isNew)
    {
        if (entry == None)
        {
            _gate.Exit();
            return default;
        }

        Interlocked.Increment(ref _entries[entry].Pins); // Release counts down outside the gate
        _gate.Exit();
        _entries[entry].Gate.Enter();
        return new SubjectHandle(this, entry, isNew);
    }

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
        int entry = _count < _entries.Length && _room.TryTake() ? _count++ : Evict();
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
        int victim = ChooseVictim();
        if (victim != None)
        {
            Unlink(victim);
            State(victim).Clear();
            _entries[victim].RecentlyUsed = false;
            Volatile.Write(ref _evictions, _evictions + 1);
        }

        return victim;
    }

    // The first profile not used since the hand last passed it; failing that, the first that nobody holds; none when all are held.
    private int ChooseVictim()
    {
        int fallback = None;
        for (int step = 0; step < _count && (step < LongestSearch || fallback == None); step++)
        {
            int candidate = _hand;
            _hand = _hand + 1 >= _count ? 0 : _hand + 1;
            ref SubjectEntry entry = ref _entries[candidate];
            if (Volatile.Read(ref entry.Pins) != 0)
            {
                continue;
            }

            if (!entry.RecentlyUsed)
            {
                return candidate;
            }

            entry.RecentlyUsed = false;
            fallback = fallback == None ? candidate : fallback;
        }

        return fallback;
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
