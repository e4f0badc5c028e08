// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>
/// Forms candidate groups: link pieces that the same accounts send are joined to templates, templates with mostly the same accounts to groups.
/// </summary>
/// <remarks>
/// No pair of accounts is ever compared. The cost is the memberships of the link pieces, plus for every account the pairs among at most
/// <see cref="MostPiecesPerAccount"/> of its link pieces. Deterministic: it depends on what was sent, not on any table's order.
/// </remarks>
internal sealed class GroupFormation
{
    private const int MostPiecesPerAccount = 32;
    private const double JoinShare = 0.5;

    private readonly GroupMemory _memory;
    private readonly GroupOptions _options;

    public GroupFormation(GroupMemory memory, GroupOptions options)
    {
        _memory = memory;
        _options = options;
    }

    /// <summary>Pieces that link nobody although they are remembered: what a calibration has learned so far.</summary>
    public CommonPieces PassedOver { get; set; } = CommonPieces.None;

    public List<GroupCandidate> Form(long ticks)
    {
        int[] pieces = [.. _memory.LinkPieces.Where(piece => IsLinkAt(piece, ticks - _options.Window.Ticks))];
        Dictionary<int, List<int>> piecesOf = PiecesOfAccounts(pieces);
        int[] supports = [.. pieces.Select(piece => _memory.Pieces[piece].Accounts)];
        var templates = new DisjointSets(pieces.Length);
        Join(templates, supports, piecesOf.Values, JoinShare);
        return Candidates(pieces, templates, piecesOf);
    }

    private bool IsLinkAt(int piece, long sinceTicks) =>
        _memory.Pieces[piece].LastTicks >= sinceTicks && !PassedOver.Contains(_memory.Pieces.KeyOf(piece)) && !_memory.Common.Contains(_memory.Pieces.KeyOf(piece));

    /// <summary>For every account the pieces it varied, as positions in a list; of many, those with the smallest hashes.</summary>
    private Dictionary<int, List<int>> PiecesOfAccounts(int[] pieces)
    {
        var piecesOf = new Dictionary<int, List<int>>();
        foreach (int position in Enumerable.Range(0, pieces.Length).OrderBy(position => _memory.Pieces.KeyOf(pieces[position])))
        {
            for (int next = _memory.Pieces[pieces[position]].Memberships; next != 0; next = _memory.Memberships[next - 1].NextOfPiece)
            {
                ref Membership membership = ref _memory.Memberships[next - 1];
                if (!membership.IsVaried)
                {
                    continue;
                }

                if (!piecesOf.TryGetValue(membership.Account, out List<int>? list))
                {
                    piecesOf.Add(membership.Account, list = []);
                }

                if (list.Count < MostPiecesPerAccount)
                {
                    list.Add(position);
                }
            }
        }

        return piecesOf;
    }

    /// <summary>Joins things that occur together in a share of both their occurrences.</summary>
    private static void Join(DisjointSets sets, int[] sizes, IEnumerable<List<int>> occurrences, double share)
    {
        var together = new Dictionary<(int, int), int>();
        foreach (List<int> list in occurrences)
        {
            for (int i = 1; i < list.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    (int, int) pair = list[i] < list[j] ? (list[i], list[j]) : (list[j], list[i]);
                    together[pair] = together.GetValueOrDefault(pair) + 1;
                }
            }
        }

        foreach (((int left, int right), int count) in together)
        {
            if (count >= share * Math.Max(sizes[left], sizes[right]))
            {
                sets.Unite(left, right);
            }
        }
    }

    private List<GroupCandidate> Candidates(int[] pieces, DisjointSets templates, Dictionary<int, List<int>> piecesOf)
    {
        var byRoot = new Dictionary<int, GroupCandidate>();
        for (int position = 0; position < pieces.Length; position++)
        {
            int root = templates.Find(position);
            if (!byRoot.TryGetValue(root, out GroupCandidate? candidate))
            {
                byRoot.Add(root, candidate = new GroupCandidate());
            }

            candidate.Pieces.Add((uint)(_memory.Pieces.KeyOf(pieces[position]) >> 32));
            candidate.LastTicks = Math.Max(candidate.LastTicks, _memory.Pieces[pieces[position]].LastTicks);
        }

        foreach ((int account, List<int> positions) in piecesOf.OrderBy(pair => pair.Key))
        {
            foreach (IGrouping<int, int> own in positions.GroupBy(templates.Find))
            {
                GroupCandidate candidate = byRoot[own.Key];
                if (own.Count() >= Math.Min(2, candidate.Pieces.Count))
                {
                    candidate.AddAccount(account);
                }
            }
        }

        return [.. byRoot.OrderBy(pair => pair.Key).Select(pair => pair.Value).Where(HasEnough)];
    }

    private bool HasEnough(GroupCandidate candidate) =>
        candidate.Accounts.Keys.Select(account => _memory.Accounts[account].Organization).Distinct().Count() >= _options.FewestOrganizations;
}
