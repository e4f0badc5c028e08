// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Snapshots;

namespace DistillGuard.Subjects;

/// <summary>All remembered subjects of one kind: bounded, sharded, of a size known before the first request. Thread-safe.</summary>
internal sealed class SubjectTable : ISnapshotPart
{
    private const int UsualShards = 64;

    // Smaller shards fill too unevenly: at 2,048 the eighth of slack is 5.6 standard deviations of a shard's share, at 256 only two.
    private const int MinimumShardCapacity = 2048;

    private readonly SubjectShard[] _shards;
    private readonly SubjectRoom _room;
    private readonly string _name;
    private readonly int _capacity;
    private readonly int _stateBytes;
    private readonly int _shift;

    public SubjectTable(SubjectKind kind, int capacity, SubjectLayout layout)
    {
        int shards = ShardCount(capacity, layout.BytesPer(kind));
        _room = new SubjectRoom(capacity);
        _name = kind.ToString();
        _capacity = capacity;
        _stateBytes = layout.BytesPer(kind);
        _shards = new SubjectShard[shards];
        _shift = 64 - BitOperations.Log2((uint)shards);
        for (int i = 0; i < shards; i++)
        {
            _shards[i] = new SubjectShard(ShardCapacity(capacity, shards), layout, kind, _room);
        }
    }

    public int Count
    {
        get
        {
            int count = 0;
            foreach (SubjectShard shard in _shards)
            {
                count += shard.Count;
            }

            return count;
        }
    }

    public long Evictions
    {
        get
        {
            long evictions = 0;
            foreach (SubjectShard shard in _shards)
            {
                evictions += shard.Evictions;
            }

            return evictions;
        }
    }

    /// <summary>Bytes that a table takes, whatever is put into it.</summary>
    public static long Bytes(int capacity, int stateBytes)
    {
        int shards = ShardCount(capacity, stateBytes);
        return shards * SubjectShard.Bytes(ShardCapacity(capacity, shards), stateBytes);
    }

    /// <summary>Holds the profile of a key until <see cref="SubjectHandle.Release"/>.</summary>
    public SubjectHandle Hold(SubjectKey key) => ShardOf(key).Hold(key);

    /// <summary>Holds the profile of a key if it is remembered.</summary>
    public SubjectHandle HoldKnown(SubjectKey key) => ShardOf(key).HoldKnown(key);

    /// <summary>Asks for the memory of a key's profile, one step further each time.</summary>
    public void Prefetch(SubjectKey key, PrefetchStep step) => ShardOf(key).Prefetch(key, step);

    /// <summary>Shards of a table: more than usual only where the state of one would not fit into one array.</summary>
    public static int ShardCount(int capacity, int stateBytes)
    {
        int shards = Math.Min(UsualShards, 1 << BitOperations.Log2((uint)Math.Max(1, capacity / MinimumShardCapacity)));
        while ((long)ShardCapacity(capacity, shards) * stateBytes > Array.MaxLength)
        {
            shards *= 2;
        }

        return shards;
    }

    /// <summary>
    /// Room in one shard: an eighth more than an even share, because hashed keys fill shards unevenly, and a full shard forgets
    /// while others have room.
    /// </summary>
    public static int ShardCapacity(int capacity, int shards) =>
        shards == 1 ? capacity : (int)(((long)capacity + shards - 1) / shards * 9 / 8);

    /// <summary>Writes every profile as it is when its turn comes, one shard after the other. Nobody waits longer than one profile takes to copy.</summary>
    public void Save(SnapshotWriter writer)
    {
        byte[] state = new byte[_stateBytes];
        writer.Begin(_name);
        writer.Write(_shards.Length);
        foreach (SubjectShard shard in _shards)
        {
            int count = shard.Count;
            writer.Write(count);
            writer.Write(shard.Hand);
            for (int entry = 0; entry < count; entry++)
            {
                SubjectKey key = shard.Copy(entry, state, out bool recentlyUsed);
                writer.Write(key);
                writer.Write(recentlyUsed);
                writer.WriteBytes(state);
            }
        }
    }

    // In the same order into as many shards, entries get the places they had, so that the same are forgotten next.
    public void Load(SnapshotReader reader)
    {
        byte[] state = new byte[_stateBytes];
        reader.Begin(_name);
        int shards = reader.Read<int>();
        for (int shard = 0; shard < shards; shard++)
        {
            int count = reader.ReadCount(_capacity, "subjects");
            int hand = reader.Read<int>();
            for (int entry = 0; entry < count; entry++)
            {
                SubjectKey key = reader.Read<SubjectKey>();
                bool recentlyUsed = reader.Read<bool>();
                reader.ReadBytes(state);
                ShardOf(key).Put(key, state, recentlyUsed);
            }

            if (shards == _shards.Length)
            {
                _shards[shard].Hand = hand;
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (SubjectShard shard in _shards)
        {
            shard.Clear();
        }

        _room.Clear();
    }

    private SubjectShard ShardOf(SubjectKey key) => _shards[_shards.Length == 1 ? 0 : (int)(key.High >> _shift)];
}
