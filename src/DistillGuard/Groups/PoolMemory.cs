// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>Remembers of all accounts how they ask, and of those that may belong to a pool what they ask about. Bounded; not thread-safe.</summary>
internal sealed class PoolMemory : ISnapshotPart
{
    private const int MostSystemBytes = 64;
    private const int BareBeforeSketch = 1;

    private static readonly long Sitting = TimeSpan.FromMinutes(15).Ticks;

    private readonly GroupOptions _options;
    private readonly SketchSum[] _sketches;
    private KeyedTable<PoolNode> _accounts;
    private readonly Stack<int> _free = new();
    private int _used;

    public PoolMemory(GroupOptions options)
    {
        _options = options;
        _accounts = new KeyedTable<PoolNode>(options.MaxAccounts);
        _sketches = new SketchSum[options.MaxSketches];
        History = new ExchangeHistory(options.MaxExchanges);
    }

    /// <summary>The latest exchanges of accounts that are sketched.</summary>
    public ExchangeHistory History { get; }

    /// <summary>The sum of all sketches: what everybody asks about.</summary>
    public long[] Everybody { get; } = new long[Features.PromptSketch.Dimensions];

    public long EverybodyCount { get; private set; }

    public int Accounts => _accounts.Count;

    public ref PoolNode this[int account] => ref _accounts[account];

    public ref SketchSum SketchOf(in PoolNode node) => ref _sketches[node.Sketch - 1];

    /// <summary>The most bytes that the memory takes; the table of accounts stands twice while it is swept.</summary>
    public static long BytesFor(GroupOptions options) =>
        (2 * KeyedTable<PoolNode>.BytesFor(options.MaxAccounts))
        + ((long)System.Runtime.CompilerServices.Unsafe.SizeOf<SketchSum>() * options.MaxSketches)
        + ExchangeHistory.BytesFor(options.MaxExchanges);

    /// <summary>Forgets what is older than a time; when there is no room for new accounts, also the quarter of them longest unseen.</summary>
    public void Forget(long oldestTicks)
    {
        History.ForgetBefore(oldestTicks);
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
        Sweep(Math.Max(oldestTicks, seen[seen.Length / 4] + 1));
    }

    public void Take(in ExchangeRecord record)
    {
        int account = _accounts.FindOrAdd(record.Account.Low, out bool isNew);
        if (account < 0)
        {
            return;
        }

        ref PoolNode node = ref _accounts[account];
        node.Key = record.Account;
        node.Organization = record.Organization;
        node.InSitting += !isNew && record.Ticks - node.LastTicks < Sitting ? 1 : 0;
        node.LastTicks = record.Ticks;
        node.Exchanges++;
        NoteParameters(ref node, record.RareParameters);
        bool isQuestion = record.Style.Length > 0 && HasSketch(in record);
        if (!isQuestion)
        {
            return;
        }

        NoteForm(ref node, in record);
        for (int i = 0; i < Everybody.Length; i++)
        {
            Everybody[i] += record.Sketch[i];
        }

        EverybodyCount++;
        if (PoolRules.MayBelong(in node) && node.Bare + node.WithRareParameters > BareBeforeSketch)
        {
            AddSketch(ref node, account, in record);
        }
        else
        {
            Release(ref node);
        }
    }

    public void Save(SnapshotWriter writer)
    {
        _accounts.Save(writer);
        writer.Write(_used);
        writer.WriteAll<SketchSum>(_sketches.AsSpan(0, _used));
        writer.Write(_free.Count);
        writer.WriteAll<int>(_free.ToArray());
        History.Save(writer);
        writer.WriteAll<long>(Everybody);
        writer.Write(EverybodyCount);
    }

    public void Load(SnapshotReader reader)
    {
        _accounts.Load(reader);
        _used = reader.ReadCount(_sketches.Length, "sketches");
        reader.ReadAll(_sketches.AsSpan(0, _used));
        int[] free = new int[reader.ReadCount(_used, "free sketches")];
        reader.ReadAll<int>(free);
        foreach (int sketch in free.AsEnumerable().Reverse())
        {
            _free.Push(sketch);
        }

        History.Load(reader);
        reader.ReadAll<long>(Everybody);
        EverybodyCount = reader.Read<long>();
    }

    private void Sweep(long oldestTicks)
    {
        var kept = new KeyedTable<PoolNode>(_options.MaxAccounts);
        int[] moved = new int[_accounts.Count];
        for (int i = 0; i < moved.Length; i++)
        {
            ref PoolNode node = ref _accounts[i];
            moved[i] = -1;
            if (node.LastTicks < oldestTicks)
            {
                Release(ref node);
                continue;
            }

            moved[i] = kept.FindOrAdd(_accounts.KeyOf(i), out _);
            kept[moved[i]] = node;
        }

        _accounts = kept;
        int count = 0;
        for (int i = 0; i < History.Count; i++)
        {
            int account = moved[History[i].Account];
            if (account >= 0)
            {
                History[i].Account = account;
                History[count++] = History[i];
            }
        }

        History.Truncate(count);
    }

    private static bool HasSketch(in ExchangeRecord record)
    {
        for (int i = 0; i < Features.PromptSketch.Dimensions; i++)
        {
            if (record.Sketch[i] != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void NoteParameters(ref PoolNode node, uint parameters)
    {
        if (parameters == 0)
        {
            return;
        }

        node.WithRareParameters = parameters == node.RareParameters ? node.WithRareParameters + 1 : 1;
        node.RareParameters = parameters;
    }

    private static void NoteForm(ref PoolNode node, in ExchangeRecord record)
    {
        if (record.SystemBytes > MostSystemBytes)
        {
            return;
        }

        float length = record.Style.Length / 16f * 0.693147f;
        node.Bare++;
        node.Asked |= 1UL << (int)(record.Text % 64);
        node.BeginLow += (record.Style.Edges & Features.StyleEdges.BeginsLow) != Features.StyleEdges.None ? 1 : 0;
        node.Lengths += length;
        node.SquaredLengths += length * length;
    }

    private void AddSketch(ref PoolNode node, int account, in ExchangeRecord record)
    {
        if (node.Sketch == 0)
        {
            if (_free.Count == 0 && _used == _sketches.Length)
            {
                return;
            }

            int index = _free.Count > 0 ? _free.Pop() : _used++;
            _sketches[index] = default;
            node.Sketch = index + 1;
        }

        _sketches[node.Sketch - 1].Add(in record.Sketch);
        ref HistoryEntry entry = ref History.Add();
        entry.Ticks = record.Ticks;
        entry.Account = account;
        entry.Text = (uint)record.Text;
        entry.Model = record.Model;
        entry.Parameters = record.Parameters;
        entry.Tactics = record.Tactics;
        entry.Content = record.Content;
        entry.Traits = record.Traits;
        entry.Style = record.Style;
    }

    private void Release(ref PoolNode node)
    {
        if (node.Sketch != 0)
        {
            _free.Push(node.Sketch - 1);
            node.Sketch = 0;
        }
    }
}
