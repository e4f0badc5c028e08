// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>
/// Whether a group's accounts, taken together, hold more different values than as many of their peers would, with the account as the unit. Stateless.
/// </summary>
/// <remarks>
/// A permutation test (Pitman, 1937) of the number of distinct values; every account brings equally many, so that a busy one does not count more.
/// </remarks>
public static class DistinctCountTest
{
    private const int Words = (ushort.MaxValue + 1) / 64;

    /// <summary>The probability of so many different values if membership meant nothing.</summary>
    /// <param name="accounts">Equally many values of each account, one account after the other: the group's first, then the peers'.</param>
    /// <param name="perAccount">Values of an account, 1 or more.</param>
    /// <param name="members">Accounts of the group, 1 or more; there must be a peer too.</param>
    /// <param name="permutations">Random choices compared; the least probability is one in this plus one. 1 or more.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <returns>Above 0, at most 1; honest at any level for any distribution, up to its own graininess.</returns>
    /// <exception cref="ArgumentException">The values are not whole accounts, or one side is empty.</exception>
    public static double AsMany(ReadOnlySpan<ushort> accounts, int perAccount, int members, int permutations, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perAccount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(permutations);
        int count = accounts.Length / perAccount;
        if (count * perAccount != accounts.Length)
        {
            throw new ArgumentException($"{accounts.Length} values are no whole accounts of {perAccount}; give as many of each.", nameof(accounts));
        }

        if (members < 1 || members >= count)
        {
            throw new ArgumentException($"{members} members of {count} accounts leave one side empty; give both sides an account.", nameof(members));
        }

        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        int observed = Distinct(accounts, perAccount, order.AsSpan(0, members));
        var random = new SplitMix(seed);
        int asMany = 0;
        for (int i = 0; i < permutations; i++)
        {
            random.ChooseFront(order, members);
            asMany += Distinct(accounts, perAccount, order.AsSpan(0, members)) >= observed ? 1 : 0;
        }

        return (1.0 + asMany) / (1.0 + permutations);
    }

    /// <summary>How many different values some accounts hold together.</summary>
    internal static int Distinct(ReadOnlySpan<ushort> accounts, int perAccount, ReadOnlySpan<int> chosen)
    {
        Span<ulong> seen = stackalloc ulong[Words];
        seen.Clear();
        int distinct = 0;
        foreach (int account in chosen)
        {
            foreach (ushort value in accounts.Slice(account * perAccount, perAccount))
            {
                ulong bit = 1UL << (value & 63);
                distinct += (seen[value >> 6] & bit) == 0 ? 1 : 0;
                seen[value >> 6] |= bit;
            }
        }

        return distinct;
    }
}
