// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Groups;

/// <summary>How fast members send what the group shares, each beside those that send it in the same words.</summary>
/// <remarks>
/// Two paces are compared: the busiest half day, for who sends a batch and then nothing for days is slow on average; and per day over all. A template that several
/// pipelines adapted is several templates to its users: members are compared with those whose sentences are the same, unless these are too few to tell.
/// Wordings are told apart by leaders, at most <see cref="MostWordings"/>, so no pair of members is compared.
/// </remarks>
internal sealed class GroupPaces
{
    private const double ApartFactor = 4;
    private const double LeastLimit = 8;
    private const double SameWords = 0.8;
    private const int FewestAlike = 8;
    private const int MostWordings = 64;
    private const int WordBits = 64;
    private const long HalfDay = 12 * TimeSpan.TicksPerHour;

    private readonly (double HalfDay, double PerDay)[] _paces;
    private readonly int[] _wordings;
    private readonly (double HalfDay, double PerDay)[] _limits;

    public GroupPaces(GroupCandidate candidate, GroupMember[] members)
    {
        var times = new List<long>[members.Length];
        int[] words = new int[members.Length * WordBits];
        foreach (GroupExchange exchange in candidate.Exchanges)
        {
            (times[exchange.Member] ??= []).Add(exchange.Ticks);
            for (ulong left = exchange.Words; left != 0; left &= left - 1)
            {
                words[(exchange.Member * WordBits) + BitOperations.TrailingZeroCount(left)]++;
            }
        }

        _paces = [.. Enumerable.Range(0, members.Length).Select(member => Paces(in members[member], times[member] ?? []))];
        int wordings = Tell(words, members, out _wordings);
        _limits = [.. Enumerable.Range(-1, wordings + 1).Select(Limits)];
    }

    /// <summary>Whether a member sends several times as much as those like it usually do, in its busiest half day or per day.</summary>
    public bool IsApart(int member)
    {
        (double halfDay, double perDay) = _limits[_wordings[member] + 1];
        return _paces[member].HalfDay > halfDay || _paces[member].PerDay > perDay;
    }

    private static (double HalfDay, double PerDay) Paces(in GroupMember member, List<long> times) =>
        (Most(times, HalfDay), member.Exchanges / Math.Max(1, (double)(member.LastTicks - member.FirstTicks) / TimeSpan.TicksPerDay));

    private static int Most(List<long> times, long span)
    {
        int most = 0;
        int first = 0;
        for (int i = 0; i < times.Count; i++)
        {
            while (times[i] - times[first] >= span)
            {
                first++;
            }

            most = Math.Max(most, i - first + 1);
        }

        return most;
    }

    /// <summary>Gives each member the wording it keeps to: what at least half of its exchanges have. -1 stands for one that too few share.</summary>
    private static int Tell(int[] words, GroupMember[] members, out int[] wordings)
    {
        var leaders = new List<ulong>();
        wordings = new int[members.Length];
        for (int member = 0; member < members.Length; member++)
        {
            ulong own = 0;
            for (int bit = 0; bit < WordBits; bit++)
            {
                int having = words[(member * WordBits) + bit];
                own |= having > 0 && having * 2 >= members[member].Exchanges ? 1UL << bit : 0;
            }

            wordings[member] = leaders.FindIndex(leader => BitOperations.PopCount(leader & own) >= SameWords * BitOperations.PopCount(leader | own));
            if (wordings[member] < 0 && leaders.Count < MostWordings)
            {
                wordings[member] = leaders.Count;
                leaders.Add(own);
            }
        }

        int[] holders = new int[leaders.Count + 1];
        foreach (int wording in wordings)
        {
            holders[wording + 1]++;
        }

        for (int member = 0; member < wordings.Length; member++)
        {
            wordings[member] = holders[wordings[member] + 1] < FewestAlike ? -1 : wordings[member];
        }

        return leaders.Count;
    }

    /// <summary>The limits among those with a wording; -1 stands for all members.</summary>
    private (double HalfDay, double PerDay) Limits(int wording)
    {
        (double HalfDay, double PerDay)[] paces = [.. _paces.Where((pace, member) => pace.HalfDay > 0 && (wording < 0 || _wordings[member] == wording))];
        return (Limit([.. paces.Select(static pace => pace.HalfDay).Order()]), Limit([.. paces.Select(static pace => pace.PerDay).Order()]));
    }

    private static double Limit(double[] paces) => paces.Length == 0 ? double.MaxValue : Math.Max(LeastLimit, ApartFactor * paces[paces.Length / 2]);
}
