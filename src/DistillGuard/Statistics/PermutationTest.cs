// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>
/// Whether a group's mean lies further from that of its peers than chance would put it, with the account as the unit: what one account sends is alike, so
/// its requests are one observation. Stateless.
/// </summary>
/// <remarks>
/// Labels are permuted (Pitman, 1937): if membership means nothing, every choice of as many accounts is as likely to be the group. The test keeps
/// its level when all accounts of a surface change their task together, where a comparison with the past does not. Membership must come from something
/// other than what is compared.
/// </remarks>
public static class PermutationTest
{
    // Sums in another order differ in their last digits; a choice of the same accounts must count as equal.
    private const double Tolerance = 1e-9;

    /// <summary>The probability of so great a distance between group and peers if membership meant nothing.</summary>
    /// <param name="accounts">One vector for each account, one after the other: the group's first, then the peers'. Finite numbers.</param>
    /// <param name="dimensions">Length of a vector, 1 or more.</param>
    /// <param name="members">Accounts of the group, 1 or more; there must be a peer too.</param>
    /// <param name="permutations">Random choices compared; the least probability is one in this plus one. 1 or more.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <returns>Above 0, at most 1; honest at any level for any distribution, up to its own graininess.</returns>
    /// <exception cref="ArgumentException">The vectors are not whole, or one side is empty.</exception>
    public static double MeanDistance(ReadOnlySpan<float> accounts, int dimensions, int members, int permutations, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(permutations);
        int count = accounts.Length / dimensions;
        if (count * dimensions != accounts.Length)
        {
            throw new ArgumentException($"{accounts.Length} numbers are no whole vectors of {dimensions}; give all of each.", nameof(accounts));
        }

        if (members < 1 || members >= count)
        {
            throw new ArgumentException($"{members} members of {count} accounts leave one side empty; give both sides an account.", nameof(members));
        }

        double[] total = new double[dimensions];
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
            AddTo(total, accounts, i);
        }

        double[] sum = new double[dimensions];
        double observed = Distance(accounts, order.AsSpan(0, members), total, sum, count);
        double least = observed - (Tolerance * Math.Abs(observed));
        var random = new SplitMix(seed);
        int asFar = 0;
        for (int i = 0; i < permutations; i++)
        {
            random.ChooseFront(order, members);
            asFar += Distance(accounts, order.AsSpan(0, members), total, sum, count) >= least ? 1 : 0;
        }

        return (1.0 + asFar) / (1.0 + permutations);
    }

    private static double Distance(ReadOnlySpan<float> accounts, ReadOnlySpan<int> chosen, double[] total, double[] sum, int count)
    {
        Array.Clear(sum);
        foreach (int account in chosen)
        {
            AddTo(sum, accounts, account);
        }

        double squares = 0;
        for (int i = 0; i < sum.Length; i++)
        {
            double difference = (sum[i] / chosen.Length) - ((total[i] - sum[i]) / (count - chosen.Length));
            squares += difference * difference;
        }

        return squares;
    }

    private static void AddTo(double[] sum, ReadOnlySpan<float> accounts, int account)
    {
        ReadOnlySpan<float> vector = accounts.Slice(account * sum.Length, sum.Length);
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += vector[i];
        }
    }
}
