// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Averages over a group's members: every account counts once, so that one heavy customer cannot speak for all.</summary>
public static class MemberAverages
{
    /// <summary>The mean, over members that sent anything, of each member's mean of a measure of its exchanges.</summary>
    public static double Of(in GroupView group, Func<GroupExchange, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var sums = new double[group.Members.Length];
        foreach (ref readonly GroupExchange exchange in group.Exchanges)
        {
            sums[exchange.Member] += measure(exchange);
        }

        double total = 0;
        int members = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            if (group.Members[i].Exchanges > 0)
            {
                total += sums[i] / group.Members[i].Exchanges;
                members++;
            }
        }

        return members == 0 ? 0 : total / members;
    }
}
