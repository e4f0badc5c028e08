// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>Counts everything in a memory again from scratch, and says what does not agree.</summary>
internal static class GroupMemoryCheck
{
    public static IEnumerable<string> Faults(GroupMemory memory, GroupOptions options)
    {
        return Tables(memory, options).Concat(Pieces(memory, options)).Concat(Accounts(memory)).Concat(Links(memory)).Concat(History(memory));
    }

    /// <summary>All that a memory knows, in no terms of indices: two memories that know the same print the same.</summary>
    public static string Describe(GroupMemory memory) => string.Join(
        '\n',
        Enumerable.Range(0, memory.Accounts.Count).Select(i => $"account {memory.Accounts[i].Key} {memory.Accounts[i].LastTicks} {memory.Accounts[i].Exchanges}")
            .Concat(Enumerable.Range(0, memory.Pieces.Count).Select(i => $"piece {memory.Pieces.KeyOf(i):x} {memory.Pieces[i].LastTicks} {memory.Pieces[i].IsLink}"))
            .Concat(memory.Keys().Select(pair => $"sent {pair}"))
            .Concat(Enumerable.Range(0, memory.History.Count).Select(i => $"exchange {memory.History[i].Ticks}")));

    private static IEnumerable<string> Tables(GroupMemory memory, GroupOptions options)
    {
        if (memory.Accounts.Count > options.MaxAccounts || memory.Pieces.Count > options.MaxPieces
            || memory.Memberships.Count > options.MaxMemberships || memory.History.Count > options.MaxExchanges)
        {
            yield return "a table holds more than it may";
        }

        if (Enumerable.Range(0, memory.Accounts.Count).Any(i => memory.Accounts.Find(memory.Accounts.KeyOf(i)) != i)
            || Enumerable.Range(0, memory.Pieces.Count).Any(i => memory.Pieces.Find(memory.Pieces.KeyOf(i)) != i)
            || Enumerable.Range(0, memory.Memberships.Count).Any(i => memory.Memberships.Find(memory.Memberships.KeyOf(i)) != i))
        {
            yield return "a key is not found where it stands";
        }
    }

    private static IEnumerable<string> Pieces(GroupMemory memory, GroupOptions options)
    {
        for (int i = 0; i < memory.Pieces.Count; i++)
        {
            PieceNode piece = memory.Pieces[i];
            int[] own = [.. Enumerable.Range(0, memory.Memberships.Count).Where(m => memory.Memberships[m].Piece == i).OrderDescending()];
            int[] varied = [.. own.Where(m => memory.Memberships[m].IsVaried)];
            int organizations = varied.Select(m => memory.Accounts[memory.Memberships[m].Account].Organization).Distinct().Count();
            if (!own.SequenceEqual(List(piece.Memberships, m => memory.Memberships[m].NextOfPiece)))
            {
                yield return $"piece {i}: its memberships are not those listed, the newest first";
            }

            if (piece.Accounts != varied.Length || piece.Organizations != Math.Min(organizations, options.FewestOrganizations))
            {
                yield return $"piece {i}: {piece.Accounts} accounts and {piece.Organizations} organizations; {varied.Length} and {organizations} are right";
            }

            if (piece.IsLink != (organizations >= options.FewestOrganizations) || memory.LinkPieces.Count(one => one == i) != (piece.IsLink ? 1 : 0))
            {
                yield return $"piece {i}: links {piece.IsLink}, listed {memory.LinkPieces.Count(one => one == i)} times, {organizations} organizations";
            }
        }
    }

    private static IEnumerable<string> Accounts(GroupMemory memory)
    {
        for (int i = 0; i < memory.Accounts.Count; i++)
        {
            int[] own = [.. Enumerable.Range(0, memory.Memberships.Count).Where(m => memory.Memberships[m].Account == i).OrderDescending()];
            if (!own.SequenceEqual(List(memory.Accounts[i].Memberships, m => memory.Memberships[m].NextOfAccount)))
            {
                yield return $"account {i}: its memberships are not those listed, the newest first";
            }
        }

        int suspended = Enumerable.Range(0, memory.Accounts.Count).Count(i => memory.Accounts[i].IsSuspended);
        if (memory.Population.AllAccounts != memory.Accounts.Count || memory.Population.Suspended != suspended)
        {
            yield return $"population: {memory.Population.AllAccounts} accounts, {memory.Population.Suspended} suspended";
        }
    }

    private static IEnumerable<string> Links(GroupMemory memory)
    {
        var held = new Dictionary<ulong, int>();
        for (int i = 0; i < memory.Accounts.Count; i++)
        {
            AccountNode node = memory.Accounts[i];
            foreach (ulong key in Keys(node.Payments).Concat(Keys(node.Fingerprints)).Concat(Keys(node.Egresses)))
            {
                held[key] = held.GetValueOrDefault(key) + 1;
            }
        }

        KeyedTable<LinkNode> links = memory.Links.Table;
        if (held.Any(pair => memory.HoldersOf(pair.Key) != pair.Value)
            || Enumerable.Range(0, links.Count).Any(i => links[i].Holders != held.GetValueOrDefault(links.KeyOf(i))))
        {
            yield return "a link counts other holders than it has";
        }
    }

    private static IEnumerable<string> History(GroupMemory memory)
    {
        for (int i = 0; i < memory.History.Count; i++)
        {
            int account = memory.History[i].Account;
            if (account < 0 || account >= memory.Accounts.Count || (uint)memory.Accounts.KeyOf(account) != memory.History[i].Parameters)
            {
                yield return $"exchange {i} is of another account";
            }
        }
    }

    private static IEnumerable<(SubjectKey Account, ulong Piece, bool IsVaried)> Keys(this GroupMemory memory) =>
        Enumerable.Range(0, memory.Memberships.Count).Select(i => memory.Memberships[i])
            .Select(one => (memory.Accounts[one.Account].Key, memory.Pieces.KeyOf(one.Piece), one.IsVaried));

    private static IEnumerable<ulong> Keys(RecentKeys keys) => new[] { keys[0], keys[1], keys[2] }.Where(key => key != 0);

    private static IEnumerable<int> List(int first, Func<int, int> next)
    {
        for (int at = first; at != 0; at = next(at - 1))
        {
            yield return at - 1;
        }
    }
}
