// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>A candidate group as analyzers see it: its accounts and their exchanges of the group's kind. Valid during the call.</summary>
public readonly ref struct GroupView
{
    /// <summary>The accounts, in no meaningful order.</summary>
    public required ReadOnlySpan<GroupMember> Members { get; init; }

    /// <summary>Their exchanges of the group's kind, in time order; none of a group that links alone made.</summary>
    public required ReadOnlySpan<GroupExchange> Exchanges { get; init; }

    /// <summary>Unrelated organizations among the members.</summary>
    public required int Organizations { get; init; }

    /// <summary>
    /// Those of them that declared neither research nor evaluation: who told the operator that it does such work surprises nobody by using a
    /// published template.
    /// </summary>
    public required int UndeclaredOrganizations { get; init; }

    /// <summary>Template pieces that the group shares; 0 for a pool.</summary>
    public required int Pieces { get; init; }

    /// <summary>What brought the accounts together, when it is no template.</summary>
    public PoolKind Pool { get; init; }

    /// <summary>Of a pool, the mean cosine between what an account asks about and what the others do, from -1 to 1.</summary>
    public double Alikeness { get; init; }

    /// <summary>Of a pool, the share of an account's exchanges that follow another within 15 minutes, averaged over the accounts.</summary>
    public double InSitting { get; init; }

    /// <summary>How its accounts ask, and how accounts of the same surface do that do not belong to it. Default: nothing is known.</summary>
    public GroupHabits Habits { get => field ?? GroupHabits.None; init; }

    /// <summary>When the group is looked at, in ticks of UTC.</summary>
    public required long Ticks { get; init; }

    /// <summary>What was sent before this time is not remembered, in ticks of UTC.</summary>
    public long SinceTicks { get; init; }

    /// <summary>
    /// Candidate groups of this look that were formed in a like way, by links or by what is sent: so many chances there are that one looks odd by accident.
    /// </summary>
    public required int Candidates { get; init; }

    /// <summary>What is usual among all accounts.</summary>
    public required GroupPopulation Population { get; init; }
}
