// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>A fixed order in which accounts send: indices, the ids as the host has them, and their hashed keys.</summary>
internal sealed class AccountTraffic
{
    /// <summary>Number of requests before the order repeats.</summary>
    public const int Length = 1 << 20;

    private const int Seed = 4_711;

    private static (TableLoad Load, AccountTraffic Traffic)? _latest;

    private readonly int[] _order;

    public AccountTraffic(int accounts, KeySpread spread)
    {
        Ids = new string[accounts];
        Keys = new SubjectKey[accounts];
        var hasher = new SubjectHasher(SampleCallers.Secret);
        for (int i = 0; i < accounts; i++)
        {
            Ids[i] = string.Create(CultureInfo.InvariantCulture, $"acct-{i:D8}");
            Keys[i] = hasher.Hash(new Requests.Caller { Account = Ids[i] }).Account;
        }

        _order = spread == KeySpread.Zipf ? ZipfOrder(accounts) : UniformOrder(accounts);
    }

    public string[] Ids { get; }

    public SubjectKey[] Keys { get; }

    /// <summary>The traffic of a load; the same object while nobody asks for another load.</summary>
    public static AccountTraffic For(TableLoad load)
    {
        if (_latest?.Load != load)
        {
            _latest = (load, new AccountTraffic(load.Accounts, load.Spread));
        }

        return _latest.Value.Traffic;
    }

    /// <summary>The account that sends as number <paramref name="request"/>.</summary>
    public int At(int request) => _order[request & (Length - 1)];

    private static int[] UniformOrder(int accounts)
    {
        var random = new Random(Seed);
        int[] order = new int[Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = random.Next(accounts);
        }

        return order;
    }

    // Zipf's law with exponent 1, drawn by searching the cumulative weights; ranks are shuffled over the accounts, so that busy
    // ones do not lie side by side in memory.
    private static int[] ZipfOrder(int accounts)
    {
        var random = new Random(Seed);
        double[] cumulative = new double[accounts];
        double sum = 0;
        for (int rank = 0; rank < accounts; rank++)
        {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }

        int[] accountOf = [.. Enumerable.Range(0, accounts)];
        random.Shuffle(accountOf);
        int[] order = new int[Length];
        for (int i = 0; i < order.Length; i++)
        {
            int found = Array.BinarySearch(cumulative, random.NextDouble() * sum);
            order[i] = accountOf[found < 0 ? ~found : found];
        }

        return order;
    }
}
