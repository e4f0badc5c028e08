// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Groups;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>How many of a group's exchanges each account sent, and how often one followed itself.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PortionCounts
{
    private static readonly long Pause = TimeSpan.FromMinutes(15).Ticks;

    private PortionCounts(int[] counts, int repeats, int visits)
    {
        Repeats = repeats;
        Visits = visits;
        double squares = 0;
        foreach (int count in counts)
        {
            Members += count > 0 ? 1 : 0;
            Total += count;
            squares += (double)count * count;
        }

        if (Total > 0)
        {
            ExpectedRepeats = (squares - Total) / Total;
            double mean = (double)Total / Members;
            double variance = (squares - (Total * mean)) / Math.Max(1, Members - 1);
            Excess = (variance - mean) / (mean * mean);
        }
    }

    /// <summary>Accounts that sent anything.</summary>
    public int Members { get; }

    /// <summary>Exchanges of all of them.</summary>
    public int Total { get; }

    /// <summary>Exchanges before which their account paused for 15 minutes or more, and the first of each account.</summary>
    public int Visits { get; }

    /// <summary>Exchanges whose predecessor in the group came from the same account.</summary>
    public int Repeats { get; }

    /// <summary>What <see cref="Repeats"/> would be, on average, if the counts were as they are and the order were chance.</summary>
    public double ExpectedRepeats { get; }

    /// <summary>Squared coefficient of variation of the counts, less what a Poisson process of the same mean has.</summary>
    public double Excess { get; }

    /// <summary>Counts what all accounts sent, but some.</summary>
    /// <param name="group">The group.</param>
    /// <param name="isLeftOut">For each member, whether to leave it out.</param>
    public static PortionCounts Of(in GroupView group, ReadOnlySpan<bool> isLeftOut)
    {
        int[] counts = new int[group.Members.Length];
        long[] latest = new long[counts.Length];
        int repeats = 0;
        int visits = 0;
        int last = -1;
        foreach (ref readonly GroupExchange exchange in group.Exchanges)
        {
            if (!isLeftOut[exchange.Member])
            {
                counts[exchange.Member]++;
                visits += exchange.Ticks - latest[exchange.Member] >= Pause ? 1 : 0;
                latest[exchange.Member] = exchange.Ticks;
                repeats += exchange.Member == last ? 1 : 0;
                last = exchange.Member;
            }
        }

        return new PortionCounts(counts, repeats, visits);
    }

    /// <summary>Whether there are enough accounts, and enough exchanges of each on average.</summary>
    public bool Has(int members, int perMember) => Members >= members && Total >= (long)perMember * Members;

    /// <summary>Whether there are enough accounts, and enough visits of each on average.</summary>
    public bool HasVisits(int members, int perMember) => Members >= members && Visits >= (long)perMember * Members;
}
