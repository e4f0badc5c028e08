// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Which payment tokens, fingerprints and prefixes tie members of a group together.</summary>
/// <remarks>
/// A key ties only when members of at least two organizations hold it and at least half of all its holders are members: a university's
/// prefix, an agency's card, a popular client are held by many outside any group, and then say nothing.
/// </remarks>
internal readonly struct GroupLinkCounts
{
    private const double HoldersInside = 0.5;
    private const int FewestHolders = 3;

    private readonly Dictionary<ulong, HashSet<ulong>> _organizations;
    private readonly Dictionary<ulong, int> _members;
    private readonly GroupMemory _memory;

    public GroupLinkCounts(GroupMemory memory, GroupCandidate candidate)
    {
        _memory = memory;
        _organizations = [];
        _members = [];
        foreach (int account in candidate.Accounts.Keys)
        {
            ref AccountNode node = ref memory.Accounts[account];
            Count(node.Payments, node.Organization);
            Count(node.Fingerprints, node.Organization);
            Count(node.Egresses, node.Organization);
        }
    }

    public GroupLinks Of(in AccountNode node) =>
        (Ties(node.Payments) ? GroupLinks.Payment : GroupLinks.None)
        | (Ties(node.Fingerprints) ? GroupLinks.Fingerprint : GroupLinks.None)
        | (Ties(node.Egresses) ? GroupLinks.Egress : GroupLinks.None);

    private void Count(RecentKeys keys, ulong organization)
    {
        foreach (ulong key in keys)
        {
            if (key == 0)
            {
                continue;
            }

            if (!_organizations.TryGetValue(key, out HashSet<ulong>? holders))
            {
                _organizations.Add(key, holders = []);
            }

            holders.Add(organization);
            _members[key] = _members.GetValueOrDefault(key) + 1;
        }
    }

    private bool Ties(RecentKeys keys)
    {
        foreach (ulong key in keys)
        {
            if (key != 0 && _organizations[key].Count >= 2 && _members[key] >= FewestHolders && _members[key] >= HoldersInside * _memory.HoldersOf(key))
            {
                return true;
            }
        }

        return false;
    }
}
