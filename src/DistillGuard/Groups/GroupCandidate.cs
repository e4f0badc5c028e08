// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Accounts that send the same template pieces: to be tested, accused of nothing yet.</summary>
internal sealed class GroupCandidate
{
    /// <summary>The pieces' hashes, in short.</summary>
    public HashSet<uint> Pieces { get; } = [];

    /// <summary>The members' indices, each with its number among the members.</summary>
    public Dictionary<int, int> Accounts { get; } = [];

    /// <summary>Exchanges of the group's kind, in time order.</summary>
    public List<GroupExchange> Exchanges { get; } = [];

    /// <summary>When one of the pieces was sent last, in ticks of UTC.</summary>
    public long LastTicks { get; set; }

    /// <summary>What brought the accounts together, when it is no template.</summary>
    public PoolKind Pool { get; init; }

    public double Alikeness { get; init; }

    public double InSitting { get; set; }

    public void AddAccount(int account) => Accounts.TryAdd(account, Accounts.Count);
}
