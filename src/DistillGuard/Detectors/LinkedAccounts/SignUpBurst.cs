// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Runtime.InteropServices;
using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>The few days in which surprisingly many members of a group signed up, judged by how many other accounts did in those days.</summary>
/// <param name="Share">Members that signed up in them, as a share of those whose sign-up time is known.</param>
/// <param name="Usual">Share of all other accounts that signed up in them; 0 when no others are known.</param>
/// <param name="Tail">
/// Probability that chance brings so many together in any such days of one group; the members' own days were looked through, and that is paid for.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SignUpBurst(double Share, double Usual, double Tail)
{
    /// <summary>The most surprising days; a tail of 1 when none are.</summary>
    public static SignUpBurst Find(in GroupView group, int burstDays)
    {
        List<long> days = SignUpDays(in group);
        var best = new SignUpBurst(0, 1, 1);
        for (int first = 0; first < days.Count; first++)
        {
            if (first > 0 && days[first] == days[first - 1])
            {
                continue; // fewer of the same days
            }

            int count = CountFrom(days, first, burstDays);
            int others = Others(group.Population, days[first], burstDays, count);
            double tail = Math.Min(1, days.Count * TailOf(count, days.Count, others, group.Population.Accounts));
            if (tail < best.Tail)
            {
                double usual = (double)others / Math.Max(1, group.Population.Accounts - days.Count);
                best = new SignUpBurst((double)count / days.Count, usual, tail);
            }
        }

        return best;
    }

    public static SignalTag DaysTag(int burstDays) => SignalTag.From(burstDays.ToString(CultureInfo.InvariantCulture));

    // Fisher's exact test: of all accounts that signed up in those days, do more belong to the group than its size explains? A binomial with the
    // share of the others would take that share for certain, and accuse customers wherever few others are known. The first member chose
    // the days; only the rest fell into them, or did not.
    private static double TailOf(int count, int members, int others, int accounts)
    {
        int all = Math.Max(accounts, members + others);
        return HypergeometricTail.AtLeast(count - 1, members - 1, count - 1 + others, all - 1);
    }

    private static List<long> SignUpDays(in GroupView group)
    {
        var days = new List<long>();
        foreach (ref readonly GroupMember member in group.Members)
        {
            if (member.CreatedTicks > 0)
            {
                days.Add(member.CreatedTicks / TimeSpan.TicksPerDay);
            }
        }

        days.Sort();
        return days;
    }

    private static int CountFrom(List<long> days, int first, int burstDays)
    {
        int count = 0;
        while (first + count < days.Count && days[first + count] < days[first] + burstDays)
        {
            count++;
        }

        return count;
    }

    // The members themselves are part of the population; without them it says what is usual.
    private static int Others(GroupPopulation population, long firstDay, int burstDays, int inside)
    {
        double all = population.ShareCreated(firstDay, firstDay + burstDays - 1) * population.Accounts;
        return Math.Max(0, (int)Math.Round(all) - inside);
    }
}
