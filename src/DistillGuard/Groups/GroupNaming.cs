// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Groups;

/// <summary>Which members of an accused group are named with it.</summary>
/// <remarks>
/// A published template has lawful users too, and they turn up among a campaign's accounts. Not named are those that declared research or
/// evaluation, unless payment, client or network tie them to the others; and, where the evidence beside the template does not concern every member, those that
/// send several times as much of it as the usual member: a campaign spreads thin, so they hide nothing and are judged by themselves.
/// </remarks>
internal static class GroupNaming
{
    private const double ApartFactor = 4;
    private const double LeastLimit = 8;

    public static bool HasDeclared(in GroupMember member) =>
        (member.Declared & (DeclaredUses.Evaluation | DeclaredUses.Research)) != DeclaredUses.None && member.Links == GroupLinks.None;

    /// <summary>The accounts named, as indices into the memory.</summary>
    /// <param name="candidate">The group.</param>
    /// <param name="members">Its members, by their numbers.</param>
    /// <param name="concernsAll">Whether what accuses the group concerns every member alike.</param>
    public static int[] Choose(GroupCandidate candidate, GroupMember[] members, bool concernsAll)
    {
        double limit = concernsAll ? double.MaxValue : Limit(members);
        var chosen = new List<int>(members.Length);
        foreach ((int account, int number) in candidate.Accounts)
        {
            ref readonly GroupMember member = ref members[number];
            if (!HasDeclared(in member) && (PerDay(in member) <= limit || member.Links != GroupLinks.None || member.SuspendedTicks > 0))
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

    private static double PerDay(in GroupMember member) =>
        member.Exchanges / Math.Max(1, (double)(member.LastTicks - member.FirstTicks) / TimeSpan.TicksPerDay);
}
