// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Groups;

/// <summary>Gathers what analyzers look at: the exchanges of every candidate, and its members as far as those exchanges go.</summary>
internal sealed class GroupEvidence
{
    private const double JoinerShare = 0.75;

    private readonly GroupMemory _memory;
    private readonly ulong[] _filter = new ulong[1024];

    public GroupEvidence(GroupMemory memory) => _memory = memory;

    /// <summary>Hands every exchange with a candidate's piece to the candidate, and lets accounts join that send as much of it as its members.</summary>
    public void Gather(List<GroupCandidate> candidates)
    {
        var owners = new Dictionary<uint, int>();
        Array.Clear(_filter);
        for (int i = 0; i < candidates.Count; i++)
        {
            foreach (uint piece in candidates[i].Pieces)
            {
                owners[piece] = i;
                _filter[(piece & 0xFFFF) >> 6] |= 1UL << (int)(piece & 63);
            }
        }

        int[] counts = new int[candidates.Count];
        var usual = new List<int>[candidates.Count];
        var strangers = new List<(int Candidate, int Entry, int Count)>();
        for (int entry = 0; entry < _memory.History.Count; entry++)
        {
            Count(ref _memory.History[entry], owners, counts, out int first, out int second);
            Assign(first, entry, candidates, counts, usual, strangers);
            Assign(second, entry, candidates, counts, usual, strangers);
        }

        Welcome(strangers, candidates, usual);
    }

    public GroupMember[] Members(GroupCandidate candidate, out int organizations)
    {
        var members = new GroupMember[candidate.Accounts.Count];
        var numbers = new Dictionary<ulong, int>();
        var counts = new int[members.Length];
        var first = new long[members.Length];
        var last = new long[members.Length];
        foreach (GroupExchange exchange in CollectionsMarshal.AsSpan(candidate.Exchanges))
        {
            first[exchange.Member] = counts[exchange.Member]++ == 0 ? exchange.Ticks : first[exchange.Member];
            last[exchange.Member] = exchange.Ticks;
        }

        var links = new GroupLinkCounts(_memory, candidate);
        foreach ((int account, int number) in candidate.Accounts)
        {
            ref AccountNode node = ref _memory.Accounts[account];
            if (!numbers.TryGetValue(node.Organization, out int organization))
            {
                numbers.Add(node.Organization, organization = numbers.Count);
            }

            members[number] = new GroupMember
            {
                Organization = organization,
                Exchanges = counts[number],
                AllExchanges = node.Exchanges,
                FirstTicks = first[number],
                LastTicks = last[number],
                CreatedTicks = node.CreatedTicks,
                SuspendedTicks = node.SuspendedTicks > node.RestoredTicks ? node.SuspendedTicks : 0,
                Links = links.Of(in node),
                Declared = node.Declared,
            };
        }

        organizations = numbers.Count;
        return members;
    }

    // An exchange rarely has pieces of more than two candidates; a third is left out rather than paid for by all.
    private void Count(ref HistoryEntry entry, Dictionary<uint, int> owners, int[] counts, out int first, out int second)
    {
        first = -1;
        second = -1;
        for (int i = 0; i < entry.PieceCount; i++)
        {
            uint piece = entry.Pieces[i];
            if ((_filter[(piece & 0xFFFF) >> 6] & (1UL << (int)(piece & 63))) == 0 || !owners.TryGetValue(piece, out int owner))
            {
                continue;
            }

            counts[owner]++;
            if (first < 0 || first == owner)
            {
                first = owner;
            }
            else if (second < 0 || second == owner)
            {
                second = owner;
            }
            else
            {
                counts[owner] = 0;
            }
        }
    }

    private void Assign(
        int owner, int entry, List<GroupCandidate> candidates, int[] counts, List<int>[] usual, List<(int Candidate, int Entry, int Count)> strangers)
    {
        if (owner < 0)
        {
            return;
        }

        int count = counts[owner];
        counts[owner] = 0;
        if (candidates[owner].Accounts.TryGetValue(_memory.History[entry].Account, out int member))
        {
            (usual[owner] ??= []).Add(count);
            candidates[owner].Exchanges.Add(Exchange(in _memory.History[entry], member));
        }
        else
        {
            strangers.Add((owner, entry, count));
        }
    }

    private void Welcome(List<(int Candidate, int Entry, int Count)> strangers, List<GroupCandidate> candidates, List<int>[] usual)
    {
        int[] needed = [.. usual.Select(counts => counts is null ? int.MaxValue : Math.Max(2, (int)Math.Ceiling(JoinerShare * Median(counts))))];
        var joined = new HashSet<int>();
        foreach ((int candidate, int entry, int count) in strangers)
        {
            if (count >= needed[candidate])
            {
                candidates[candidate].AddAccount(_memory.History[entry].Account);
                joined.Add(candidate);
            }
        }

        foreach ((int candidate, int entry, int _) in strangers)
        {
            ref HistoryEntry exchange = ref _memory.History[entry];
            if (candidates[candidate].Accounts.TryGetValue(exchange.Account, out int member))
            {
                candidates[candidate].Exchanges.Add(Exchange(in exchange, member));
            }
        }

        foreach (int candidate in joined)
        {
            candidates[candidate].Exchanges.Sort(static (left, right) => left.Ticks.CompareTo(right.Ticks));
        }
    }

    private static int Median(List<int> counts)
    {
        counts.Sort();
        return counts[counts.Count / 2];
    }

    public static GroupExchange Exchange(in HistoryEntry entry, int member) => new()
    {
        Ticks = entry.Ticks,
        Member = member,
        Traits = entry.Traits,
        Style = entry.Style,
        Tactics = entry.Tactics,
        ContentWeight = entry.Content,
        Model = entry.Model,
        Parameters = entry.Parameters,
        Text = entry.Text,
        Words = Words(in entry),
    };

    private static ulong Words(in HistoryEntry entry)
    {
        ulong words = 0;
        for (int i = 0; i < entry.PieceCount; i++)
        {
            words |= 1UL << (int)(entry.Pieces[i] & 63);
        }

        return words;
    }
}
