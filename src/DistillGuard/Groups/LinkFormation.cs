// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Groups;

/// <summary>Forms candidate groups of accounts that share a payment token or a network prefix with few others, whatever they send.</summary>
/// <remarks>
/// Agencies, families and offices are such groups as well, so the tie that made a group is no evidence against it. Clients' fingerprints make
/// none: whoever runs the same program has the same. Linear in the accounts.
/// </remarks>
internal sealed class LinkFormation
{
    private const int MostHolders = 64;
    private const int FewestAccounts = 4;
    private const int MostAccounts = 256;

    private readonly GroupMemory _memory;
    private readonly GroupOptions _options;

    public LinkFormation(GroupMemory memory, GroupOptions options)
    {
        _memory = memory;
        _options = options;
    }

    public List<GroupCandidate> Form()
    {
        var sets = new DisjointSets(_memory.Accounts.Count);
        var firstHolders = new Dictionary<ulong, int>();
        var tied = new List<int>();
        for (int account = 0; account < _memory.Accounts.Count; account++)
        {
            ref AccountNode node = ref _memory.Accounts[account];
            if (Tie(node.Payments, account, sets, firstHolders) | Tie(node.Egresses, account, sets, firstHolders))
            {
                tied.Add(account);
            }
        }

        return
        [
            .. tied.GroupBy(sets.Find)
                .Select(static accounts => accounts.ToArray())
                .Where(HasEnough)
                .Select(Candidate),
        ];
    }

    private bool Tie(RecentKeys keys, int account, DisjointSets sets, Dictionary<ulong, int> firstHolders)
    {
        bool any = false;
        foreach (ulong key in keys)
        {
            if (key == 0 || _memory.HoldersOf(key) is < 2 or > MostHolders)
            {
                continue;
            }

            any = true;
            ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstHolders, key, out bool isKnown);
            if (isKnown)
            {
                sets.Unite(first, account);
            }
            else
            {
                first = account;
            }
        }

        return any;
    }

    private bool HasEnough(int[] accounts) =>
        accounts.Length is >= FewestAccounts and <= MostAccounts
        && accounts.Select(account => _memory.Accounts[account].Organization).Distinct().Count() >= _options.FewestOrganizations;

    // As for pools: its accounts stand for the pieces it has not, so that it is recognised at the next look.
    private GroupCandidate Candidate(int[] accounts)
    {
        var candidate = new GroupCandidate { Pool = PoolKind.Links };
        foreach (int account in accounts)
        {
            ref AccountNode node = ref _memory.Accounts[account];
            candidate.AddAccount(account);
            candidate.Pieces.Add((uint)(node.Key.Low >> 32));
            candidate.LastTicks = Math.Max(candidate.LastTicks, node.LastTicks);
        }

        return candidate;
    }
}
