// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;

namespace DistillGuard.Groups;

/// <summary>Which members of an accused group are named with it.</summary>
/// <remarks>
/// A published template has lawful users too, and they turn up among a campaign's accounts. Not named are those that declared research or
/// evaluation; and, where the evidence beside the template does not concern every member, those that send several times as much of it as the usual member
/// (<see cref="GroupPaces"/>): a campaign spreads thin, so they hide nothing and are judged by themselves. How much they send shows only with time, so there
/// nobody is named within half a day of the first exchange. Payment, client or network overrule all that, where such ties speak against the group.
/// Where the words of the prompts accuse, nor are those who never sent such words, although members who do would have by now.
/// </remarks>
internal static class GroupNaming
{
    /// <summary>How long an account is watched from its first exchange of the group's kind on before a template names it, in ticks.</summary>
    public const long WatchedTicks = 12 * TimeSpan.TicksPerHour;

    private const DeclaredUses Explaining = DeclaredUses.Evaluation | DeclaredUses.Research;
    private const double LeastChanceOfSilence = 0.05;

    public static bool HasDeclared(in GroupMember member) =>
        (member.Declared & Explaining) != DeclaredUses.None && member.Links == GroupLinks.None;

    /// <summary>The accounts named, as indices into the memory.</summary>
    /// <param name="candidate">The group.</param>
    /// <param name="members">Its members, by their numbers.</param>
    /// <param name="families">What accuses the group.</param>
    /// <param name="ticks">When it is looked at, in ticks of UTC.</param>
    /// <param name="apart">Of each member, whether it sends much more than the others.</param>
    public static int[] Choose(GroupCandidate candidate, GroupMember[] members, SignalFamilies families, long ticks, out bool[] apart)
    {
        GroupPaces? paces = GroupPolicy.ConcernsAll(families) ? null : new GroupPaces(candidate, members);
        apart = new bool[members.Length];
        bool tiesCount = (families & SignalFamilies.Identity) != SignalFamilies.None;
        bool[] isSilent = (families & SignalFamilies.Content) == SignalFamilies.None ? new bool[members.Length] : Silent(candidate, members.Length);
        var chosen = new List<int>(members.Length);
        foreach ((int account, int number) in candidate.Accounts)
        {
            ref readonly GroupMember member = ref members[number];
            bool isTied = member.Links != GroupLinks.None && tiesCount;
            bool isNamedAnyway = isTied || member.SuspendedTicks > 0;
            apart[number] = paces is not null && paces.IsApart(number) && !isNamedAnyway;
            bool isLikeTheRest = !isSilent[number] && (paces is null || (ticks - member.FirstTicks >= WatchedTicks && !apart[number]));
            bool isExplained = (member.Declared & Explaining) != DeclaredUses.None && !isTied;
            if (!isExplained && (isLikeTheRest || isNamedAnyway))
            {
                chosen.Add(account);
            }
        }

        return [.. chosen];
    }

    // Who sent no such words is spared when a member that does send them would hardly ever send none in so many exchanges.
    private static bool[] Silent(GroupCandidate candidate, int members)
    {
        int[] all = new int[members];
        int[] spoken = new int[members];
        foreach (GroupExchange exchange in candidate.Exchanges)
        {
            all[exchange.Member]++;
            spoken[exchange.Member] += exchange.ContentWeight > 0 ? 1 : 0;
        }

        int[] speakers = [.. Enumerable.Range(0, members).Where(member => spoken[member] > 0)];
        double usual = speakers.Length == 0 ? 0 : speakers.Average(member => (double)spoken[member] / all[member]);
        return [.. Enumerable.Range(0, members).Select(member => spoken[member] == 0 && Math.Pow(1 - usual, all[member]) < LeastChanceOfSilence)];
    }
}
