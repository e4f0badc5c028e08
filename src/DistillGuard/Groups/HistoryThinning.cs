// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Makes room in a full history at the cost of the accounts that take most of it.</summary>
/// <remarks>
/// Every account keeps its latest exchanges, as many as the others do or all it has: a quarter of the history is taken from whoever has most (max-min
/// fairness). So neither a heavy customer nor a flood from a few accounts pushes out what thousands of quiet accounts sent.
/// </remarks>
internal sealed class HistoryThinning
{
    private readonly GroupMemory _memory;
    private readonly RankSelection _ranks;

    public HistoryThinning(GroupMemory memory, RankSelection ranks)
    {
        _memory = memory;
        _ranks = ranks;
    }

    public void Thin()
    {
        ExchangeHistory history = _memory.History;
        for (int i = 0; i < history.Count; i++)
        {
            _memory.Accounts[history[i].Account].Tally = 0;
        }

        // The n-th latest of its account ranks the lower, the greater n is; of equals the oldest goes first.
        _ranks.Begin(history.Count);
        for (int i = history.Count - 1; i >= 0; i--)
        {
            _ranks[i] = ulong.MaxValue - (ulong)++_memory.Accounts[history[i].Account].Tally;
        }

        _ranks.Select(history.Count - (history.Capacity - (history.Capacity / 4)));
        int kept = 0;
        for (int i = 0; i < history.Count; i++)
        {
            if (!_ranks.Picks(i))
            {
                history[kept++] = history[i];
            }
        }

        history.Truncate(kept);
    }
}
