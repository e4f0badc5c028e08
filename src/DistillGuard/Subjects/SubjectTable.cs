// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Subjects;

/// <summary>All remembered subjects of one kind: bounded, sharded, of a size known before the first request. Thread-safe.</summary>
internal sealed class SubjectTable
{
    private const int MaximumShards = 64;
    private const int MinimumShardCapacity = 256;

    private readonly SubjectShard[] _shards;
    private readonly int _shift;

    public SubjectTable(SubjectKind kind, int capacity, int stateBytes)
    {
        Kind = kind;
        int shards = ShardCount(capacity);
        _shards = new SubjectShard[shards];
        _shift = 64 - BitOperations.Log2((uint)shards);
        for (int i = 0; i < shards; i++)
        {
            _shards[i] = new SubjectShard(ShardCapacity(capacity, shards), stateBytes);
        }
    }

    public SubjectKind Kind { get; }

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
        int shards = ShardCount(capacity);
        return shards * SubjectShard.Bytes(ShardCapacity(capacity, shards), stateBytes);
    }

    /// <summary>Holds the profile of a key until <see cref="SubjectHandle.Release"/>.</summary>
    public SubjectHandle Hold(SubjectKey key) =>
        _shards[_shards.Length == 1 ? 0 : (int)(key.High >> _shift)].Hold(key);

    private static int ShardCount(int capacity) =>
        (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, capacity / MinimumShardCapacity)), 1, MaximumShards);

    // An eighth more than an even share: hashed keys fill shards unevenly, and a full shard forgets while others have room.
    private static int ShardCapacity(int capacity, int shards) =>
        shards == 1 ? capacity : (int)(((long)capacity + shards - 1) / shards * 9 / 8);
}
