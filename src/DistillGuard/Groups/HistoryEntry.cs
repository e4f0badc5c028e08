// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Features;
using DistillGuard.Text;

namespace DistillGuard.Groups;

/// <summary>One exchange with a shared piece: the raw material of a group's evidence.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal struct HistoryEntry
{
    public long Ticks;
    public int Account;
    public uint Text;
    public uint Model;
    public uint Parameters;
    public float Content;
    public ushort Tactics;
    public ExchangeTraits Traits;
    public PromptStyle Style;
    public byte PieceCount;
    public ShortPieces Pieces;

    /// <summary>The first halves of the pieces' hashes: enough inside one group.</summary>
    [InlineArray(PieceList.Capacity)]
    public struct ShortPieces
    {
        private uint _first;
    }
}
