// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>What the analysis plane remembers of an account.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal struct AccountNode
{
    public SubjectKey Key;
    public ulong Organization;
    public long LastTicks;
    public long CreatedTicks;
    public long SuspendedTicks;
    public long RestoredTicks;
    public long Exchanges;
    public RecentKeys Payments;
    public RecentKeys Fingerprints;
    public RecentKeys Egresses;

    /// <summary>Index plus one of the account's newest membership; 0 for none.</summary>
    public int Memberships;

    /// <summary>Room to count the account's exchanges in the history while that is thinned out.</summary>
    public int Tally;
    public DeclaredUses Declared;

    /// <summary>Whether the operator's latest word on it is a suspension.</summary>
    public readonly bool IsSuspended => SuspendedTicks > RestoredTicks;
}
