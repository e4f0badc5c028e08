// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Requests;

namespace DistillGuard.Groups;

/// <summary>One account of a group, as far as its exchanges of the group's kind go: what else it does is its own affair.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GroupMember
{
    /// <summary>Its organization, numbered inside the group from 0. An account without one is its own.</summary>
    public int Organization { get; init; }

    /// <summary>Its exchanges of the group's kind.</summary>
    public int Exchanges { get; init; }

    /// <summary>All its exchanges.</summary>
    public long AllExchanges { get; init; }

    /// <summary>Its first exchange of the group's kind, in ticks of UTC.</summary>
    public long FirstTicks { get; init; }

    /// <summary>Its latest exchange of the group's kind, in ticks of UTC.</summary>
    public long LastTicks { get; init; }

    /// <summary>When it signed up, in ticks of UTC; 0 when not known.</summary>
    public long CreatedTicks { get; init; }

    /// <summary>When the operator suspended it, in ticks of UTC; 0 when it is not suspended.</summary>
    public long SuspendedTicks { get; init; }

    /// <summary>By what it is tied to members of other organizations.</summary>
    public GroupLinks Links { get; init; }

    /// <summary>What its customer declared.</summary>
    public DeclaredUses Declared { get; init; }
}
