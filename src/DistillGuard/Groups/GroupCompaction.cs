// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Ends a sweep: what is left moves together, and everything that points at it follows.</summary>
internal sealed class GroupCompaction
{
    private readonly GroupMemory _memory;
    private readonly GroupOptions _options;
    private readonly HashSet<ulong> _organizations = [];

    public GroupCompaction(GroupMemory memory, GroupOptions options)
    {
        _memory = memory;
        _options = options;
    }

    /// <summary>Takes the tables of accounts, pieces and memberships, with what is to be forgotten dropped, to the end of their sweep.</summary>
    public void Run()
    {
        _memory.Accounts.Renumber();
        _memory.Pieces.Renumber();
        MoveMemberships();
        MoveHistory();
        MoveLinkPieces();
        _memory.Accounts.EndSweep();
        _memory.Pieces.EndSweep();
        _memory.Memberships.EndSweep();
        ListMemberships();
        CountOrganizations();
    }

    private void MoveMemberships()
    {
        for (int i = 0; i < _memory.Memberships.Count; i++)
        {
            if (!_memory.Memberships.IsDropped(i))
            {
                ref Membership membership = ref _memory.Memberships[i];
                membership.Piece = _memory.Pieces.NewIndexOf(membership.Piece);
                membership.Account = _memory.Accounts.NewIndexOf(membership.Account);
            }
        }
    }

    private void MoveHistory()
    {
        int kept = 0;
        for (int i = 0; i < _memory.History.Count; i++)
        {
            int account = _memory.Accounts.NewIndexOf(_memory.History[i].Account);
            if (account >= 0)
            {
                ref HistoryEntry entry = ref _memory.History[kept++];
                entry = _memory.History[i];
                entry.Account = account;
            }
        }

        _memory.History.Truncate(kept);
    }

    private void MoveLinkPieces()
    {
        List<int> pieces = _memory.LinkPieces;
        int kept = 0;
        foreach (int piece in pieces.ToArray())
        {
            int moved = _memory.Pieces.NewIndexOf(piece);
            if (moved >= 0)
            {
                pieces[kept++] = moved;
            }
        }

        pieces.RemoveRange(kept, pieces.Count - kept);
    }

    /// <summary>Strings the memberships together again, the newest first as before, and counts a piece's accounts anew.</summary>
    private void ListMemberships()
    {
        for (int i = 0; i < _memory.Accounts.Count; i++)
        {
            _memory.Accounts[i].Memberships = 0;
        }

        for (int i = 0; i < _memory.Pieces.Count; i++)
        {
            ref PieceNode piece = ref _memory.Pieces[i];
            piece.Memberships = 0;
            piece.Accounts = 0;
        }

        for (int i = 0; i < _memory.Memberships.Count; i++)
        {
            ref Membership membership = ref _memory.Memberships[i];
            ref PieceNode piece = ref _memory.Pieces[membership.Piece];
            piece.Accounts += membership.IsVaried ? 1 : 0;
            _memory.List(i, ref membership, ref piece);
        }
    }

    private void CountOrganizations()
    {
        for (int i = 0; i < _memory.Pieces.Count; i++)
        {
            ref PieceNode piece = ref _memory.Pieces[i];
            if (piece.Organizations == 0)
            {
                continue;
            }

            piece.Organizations = (ushort)OrganizationsOf(in piece);
            piece.IsLink &= piece.Organizations >= _options.FewestOrganizations;
        }

        _memory.LinkPieces.RemoveAll(piece => !_memory.Pieces[piece].IsLink);
    }

    private int OrganizationsOf(in PieceNode piece)
    {
        _organizations.Clear();
        for (int next = piece.Memberships; next != 0 && _organizations.Count < _options.FewestOrganizations;)
        {
            ref Membership membership = ref _memory.Memberships[next - 1];
            if (membership.IsVaried)
            {
                _organizations.Add(_memory.Accounts[membership.Account].Organization);
            }

            next = membership.NextOfPiece;
        }

        return _organizations.Count;
    }
}
