// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Groups;

/// <summary>That an account sent a shared piece.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal struct Membership
{
    private const uint Varied = 0x8000_0000;

    // There are far fewer than 2^31 pieces; the highest bit says whether the piece was varied.
    private uint _piece;
    public int Account;

    /// <summary>Index plus one of the next membership of the piece.</summary>
    public int NextOfPiece;

    /// <summary>Index plus one of the next membership of the account.</summary>
    public int NextOfAccount;

    /// <summary>The text it came with first.</summary>
    public uint FirstText;

    public int Piece
    {
        readonly get => (int)(_piece & ~Varied);
        set => _piece = (_piece & Varied) | (uint)value;
    }

    /// <summary>Whether it came with a second, different text: a template, not a document sent twice.</summary>
    public bool IsVaried
    {
        readonly get => (_piece & Varied) != 0;
        set => _piece = value ? _piece | Varied : _piece & ~Varied;
    }
}
