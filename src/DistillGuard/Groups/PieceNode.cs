// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Groups;

/// <summary>What the analysis plane remembers of a template piece that several organizations sent.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal struct PieceNode
{
    public long LastTicks;

    /// <summary>Half of the hash of the organization that sent it first.</summary>
    public uint FirstSender;

    /// <summary>Index plus one of the newest membership; 0 for none.</summary>
    public int Memberships;

    /// <summary>Accounts that sent it with at least two different texts.</summary>
    public int Accounts;

    /// <summary>Organizations of those accounts; nobody counts beyond <see cref="GroupOptions.FewestOrganizations"/>.</summary>
    public ushort Organizations;

    /// <summary>Organizations besides the first that sent it, counted up to <see cref="GroupMemory.MostSenders"/> in all.</summary>
    public byte OtherSenders;

    /// <summary>Whether it is listed as one that may link accounts.</summary>
    public bool IsLink;
}
