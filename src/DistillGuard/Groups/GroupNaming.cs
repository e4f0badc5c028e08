// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;

namespace DistillGuard.Groups;

/// <summary>Which members of an accused group are named with it.</summary>
/// <remarks>
/// A published template has lawful users too, and they turn up among a campaign's accounts. Not named are those that declared research or
/// evaluation; and, where the evidence beside the template does not concern every member, those that send several times as much of it as the usual member
/// (<see cref="GroupPaces"/>): a campaign spreads thin, so they hide nothing and are judged by themselves. How much somebody sends shows only with time. The
/// members that got the group accused are its evidence; who comes to it later is not, and is watched for half a day before it is named.
/// Payment, client or network overrule all that, where such ties speak against the group.
/// Where the words of the prompts accuse, nor are those who never sent such words, although members who do would have by now.
/// </remarks>
internal static class GroupNaming
{
    /// <summary>How long who comes to an accused group is watched from its first exchange of the group's kind on, in ticks.</summary>
    public const long WatchedTicks = 12 * TimeSpan.TicksPerHour;

    private const DeclaredUses Explaining = DeclaredUses.Evaluation | DeclaredUses.Research;
    private const double LeastChanceOfSilence = 0.05;

    public static bool HasDeclared(in GroupMember member) =>
        (member.Declared & Explaining) != DeclaredUses.None && member.Links == GroupLinks.None;

    /// <summary>The accounts that may be named, as indices into the memory; some of them may have to be watched first.</summary>
    /// <param name="candidate">The group.</param>
    /// <param name="members">Its members, by their numbers.</param>
    /// <param name="families">What accuses the group.</param>
    /// <param name="apart">Of each member, whether it sends much more than the others.</param>
    public static int[] Choose(GroupCandidate candidate, GroupMember[] members, SignalFamilies families, out bool[] apart)
    {
        GroupPaces? paces = GroupPolicy.ConcernsAll(families) ? null : new GroupPaces(candidate, members);
        apart = new bool[members.Length];
        bool[] isSilent = (families & SignalFamilies.Content) == SignalFamilies.None ? new bool[members.Length] : Silent(candidate, members.Length);
        var chosen = new List<int>(members.Length);
        foreach ((int account, int number) in candidate.Accounts)
        {
            ref readonly GroupMember member = ref members[number];
            bool isTied = IsTied(in member, families);
            apart[number] = !isTied && paces is not null && paces.IsApart(number);
            bool isExplained = (member.Declared & Explaining) != DeclaredUses.None && !AreTiesCounted(in member, families);
            if (!isExplained && (isTied || !(isSilent[number] || apart[number])))
            {
                chosen.Add(account);
            }
        }

        return [.. chosen];
    }

    /// <summary>Whether a member came after the group was accused and has not been watched for long enough.</summary>
    /// <param name="member">A member.</param>
    /// <param name="families">What accuses the group.</param>
    /// <param name="alertTicks">When the group was first accused, in ticks of UTC; 0 if it was not.</param>
    /// <param name="ticks">When it is looked at, in ticks of UTC.</param>
    public static bool IsNewcomer(in GroupMember member, SignalFamilies families, long alertTicks, long ticks) =>
        alertTicks != 0 && member.FirstTicks > alertTicks && ticks - member.FirstTicks < WatchedTicks
            && !GroupPolicy.ConcernsAll(families) && !IsTied(in member, families);

    private static bool AreTiesCounted(in GroupMember member, SignalFamilies families) =>
        member.Links != GroupLinks.None && (families & SignalFamilies.Identity) != SignalFamilies.None;

    private static bool IsTied(in GroupMember member, SignalFamilies families) => AreTiesCounted(in member, families) || member.SuspendedTicks > 0;

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
