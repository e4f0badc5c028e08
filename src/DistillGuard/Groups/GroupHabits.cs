// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>How a group's accounts ask, and how accounts of the same surface do that do not belong to it. Immutable.</summary>
/// <remarks>
/// A surface is what most of an account's exchanges have in common: single questions or conversations, with a system prompt or without,
/// with tools or without. Members of another surface than most are left out. Peers sent something within the last day; of many, a
/// choice that depends on their keyed hashes alone.
/// </remarks>
public sealed class GroupHabits
{
    /// <summary>Nothing is known.</summary>
    public static GroupHabits None { get; } = new();

    /// <summary>Most peers that are remembered with a change, and as many with topics.</summary>
    public const int MostPeers = 60;

    /// <summary>The group's accounts, in no meaningful order and not in that of <see cref="GroupView.Members"/>.</summary>
    public IReadOnlyList<AccountHabit> Members { get; init; } = [];

    /// <summary>The others.</summary>
    public IReadOnlyList<AccountHabit> Peers { get; init; } = [];
}
