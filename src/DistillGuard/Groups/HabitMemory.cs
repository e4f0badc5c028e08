// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>Remembers how accounts ask, up to so many of them. Bounded; not thread-safe.</summary>
/// <remarks>An account that finds no room goes without until the next look, when the quarter longest unseen is forgotten.</remarks>
internal sealed class HabitMemory : ISnapshotPart
{
    private readonly int _capacity;
    private KeyedTable<HabitNode> _accounts;

    public HabitMemory(GroupOptions options)
    {
        _capacity = options.MaxHabits;
        _accounts = new KeyedTable<HabitNode>(_capacity);
    }

    public int Count => _accounts.Count;

    /// <summary>The most bytes that the memory takes; the table stands twice while it is swept.</summary>
    public static long BytesFor(GroupOptions options) => 2 * KeyedTable<HabitNode>.BytesFor(options.MaxHabits);

    public ref readonly HabitNode this[int index] => ref _accounts[index];

    public ulong KeyOf(int index) => _accounts.KeyOf(index);

    /// <summary>The index of an account, or -1.</summary>
    public int Find(ulong account) => _accounts.Find(account);

    public void Save(SnapshotWriter writer) => _accounts.Save(writer);

    public void Load(SnapshotReader reader) => _accounts.Load(reader);

    public void Take(in ExchangeRecord record)
    {
        int index = _accounts.FindOrAdd(record.Account.Low, out _);
        if (index >= 0)
        {
            _accounts[index].Add(in record);
        }
    }

    /// <summary>When there is no room left: forgets who was not seen since a time, and at least the quarter of them longest unseen.</summary>
    public void Forget(long oldestTicks)
    {
        if (_accounts.Room > 0)
        {
            return;
        }

        var seen = new long[_accounts.Count];
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] = _accounts[i].LastTicks;
        }

        Array.Sort(seen);
        oldestTicks = Math.Max(oldestTicks, seen[seen.Length / 4] + 1);
        var kept = new KeyedTable<HabitNode>(_capacity);
        for (int i = 0; i < _accounts.Count; i++)
        {
            if (_accounts[i].LastTicks >= oldestTicks)
            {
                kept[kept.FindOrAdd(_accounts.KeyOf(i), out _)] = _accounts[i];
            }
        }

        _accounts = kept;
    }
}
