// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;

namespace DistillGuard.Groups;

/// <summary>Which members of an accused group are named with it.</summary>
/// <remarks>
/// A published template has lawful users too, and they turn up among a campaign's accounts. Not named are those that declared research or
/// evaluation, unless payment, client or network tie them to the others; and, where the evidence beside the template does not concern every member, those that
/// send several times as much of it as the usual member: a campaign spreads thin, so they hide nothing and are judged by themselves.
/// Where the words of the prompts accuse, nor are those who never sent such words, although members who do would have by now.
/// </remarks>
internal static class GroupNaming
{
    private const double ApartFactor = 4;
    private const double LeastLimit = 8;
    private const double LeastChanceOfSilence = 0.05;

    public static bool HasDeclared(in GroupMember member) =>
        (member.Declared & (DeclaredUses.Evaluation | DeclaredUses.Research)) != DeclaredUses.None && member.Links == GroupLinks.None;

    /// <summary>The accounts named, as indices into the memory.</summary>
    /// <param name="candidate">The group.</param>
    /// <param name="members">Its members, by their numbers.</param>
    /// <param name="families">What accuses the group.</param>
    public static int[] Choose(GroupCandidate candidate, GroupMember[] members, SignalFamilies families)
    {
        double limit = GroupPolicy.ConcernsAll(families) ? double.MaxValue : Limit(members);
        bool[] isSilent = (families & SignalFamilies.Content) == SignalFamilies.None ? new bool[members.Length] : Silent(candidate, members.Length);
        var chosen = new List<int>(members.Length);
        foreach ((int account, int number) in candidate.Accounts)
        {
            ref readonly GroupMember member = ref members[number];
            bool isLikeTheRest = PerDay(in member) <= limit && !isSilent[number];
            if (!HasDeclared(in member) && (isLikeTheRest || member.Links != GroupLinks.None || member.SuspendedTicks > 0))
            {
                chosen.Add(account);
            }
        }

        return [.. chosen];
    }

    private static double Limit(GroupMember[] members)
    {
        double[] rates = [.. members.Where(static member => member.Exchanges > 0).Select(static member => PerDay(in member)).Order()];
        return rates.Length == 0 ? double.MaxValue : Math.Max(LeastLimit, ApartFactor * rates[rates.Length / 2]);
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

    private static double PerDay(in GroupMember member) =>
        member.Exchanges / Math.Max(1, (double)(member.LastTicks - member.FirstTicks) / TimeSpan.TicksPerDay);
}
