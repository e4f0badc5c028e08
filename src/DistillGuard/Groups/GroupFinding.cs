// SPDX-License-Identifier: MIT


using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>What is known of one group: the durable result of the analysis plane. Immutable; safe on any thread.</summary>
public sealed class GroupFinding
{
    internal GroupFinding()
    {
    }

    /// <summary>The group's number, from 1: it keeps it as it grows, merges and loses members.</summary>
    public required int Number { get; init; }

    /// <summary>How its highest score stands against the bar; an accusation is not taken back.</summary>
    public required VerdictLevel Level { get; init; }

    /// <summary>Its highest score so far, in natural log-odds.</summary>
    public required float Score { get; init; }

    /// <summary>The score from which a group is accused at the operator's budget.</summary>
    public required float Bar { get; init; }

    /// <summary>Families that carried enough evidence to count when the score was highest.</summary>
    public required SignalFamilies Families { get; init; }

    /// <summary>The evidence when the score was highest.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>The accounts, by when they were first named.</summary>
    public required IReadOnlyList<GroupAccount> Accounts { get; init; }

    /// <summary>Unrelated organizations among them.</summary>
    public required int Organizations { get; init; }

    /// <summary>Template pieces that they share; 0 for a pool.</summary>
    public required int Pieces { get; init; }

    /// <summary>What brought the accounts together, when it is no template.</summary>
    public required PoolKind Pool { get; init; }

    /// <summary>Exchanges of the group's kind that are remembered.</summary>
    public required int Exchanges { get; init; }

    /// <summary>When the group was first accused; <see langword="null"/> when it is not.</summary>
    public required DateTimeOffset? FirstAlert { get; init; }

    /// <summary>All exchanges of its accounts up to the first alert.</summary>
    public required long ExchangesBeforeAlert { get; init; }

    /// <summary>When its score was highest.</summary>
    public required DateTimeOffset HighestTime { get; init; }

    /// <summary>Its score when it was last tested: it may have fallen since it was highest.</summary>
    public required float LatestScore { get; init; }

    /// <summary>The highest bar at which that test would have accused it; 0 when it would have at none. What calibration measures.</summary>
    public required float LatestAccusableScore { get; init; }

    /// <summary>When it was last tested.</summary>
    public required DateTimeOffset LatestTime { get; init; }

    /// <summary>Says in words what was found, what it weighs, and what an innocent group like this would be.</summary>
    public string Explain() => GroupExplanation.Write(this);
}
