// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>How many accounts hold which payment token, client fingerprint or network prefix. Bounded; not thread-safe.</summary>
/// <remarks>A link counts whoever holds it now: what an account let go of for newer keys counts one holder less. Every key that an account holds is here.</remarks>
internal sealed class LinkHolders
{
    /// <summary>Kinds of links: the most that one exchange has.</summary>
    public const int Kinds = 3;

    private readonly KeyedTable<LinkNode> _links;

    public LinkHolders(GroupOptions options) => _links = new KeyedTable<LinkNode>(CapacityFor(options));

    public KeyedTable<LinkNode> Table => _links;

    public static int CapacityFor(GroupOptions options) => Kinds * options.MaxAccounts;

    /// <summary>Accounts that hold a key.</summary>
    public int Of(ulong key)
    {
        int link = _links.Find(key);
        return link < 0 ? 0 : _links[link].Holders;
    }

    /// <summary>Notes that an account used a key.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryNote(ref RecentKeys held, ulong key)
    {
        if (key == 0 || held.Contains(key))
        {
            return true;
        }

        int link = _links.FindOrAdd(key, out _);
        if (link < 0)
        {
            return false;
        }

        _links[link].Holders++;
        Release(held.Add(key));
        return true;
    }

    /// <summary>Takes a forgotten account's keys out of the counts.</summary>
    public void Release(in AccountNode account)
    {
        Release(account.Payments);
        Release(account.Fingerprints);
        Release(account.Egresses);
    }

    private void Release(RecentKeys keys)
    {
        foreach (ulong key in keys)
        {
            Release(key);
        }
    }

    private void Release(ulong key)
    {
        int link = key == 0 ? -1 : _links.Find(key);
        if (link >= 0)
        {
            _links[link].Holders--;
        }
    }
}
