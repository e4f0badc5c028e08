// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>
/// What a customer told the operator about how the account is used. Never evidence by itself; it chooses the peers to
/// compare with.
/// </summary>
[Flags]
public enum DeclaredUses : byte
{
    /// <summary>Nothing was declared.</summary>
    None = 0,

    /// <summary>The account serves end users of its own.</summary>
    Platform = 1,

    /// <summary>The account runs evaluations.</summary>
    Evaluation = 2,

    /// <summary>The account runs batch jobs.</summary>
    Batch = 4,

    /// <summary>The account does research.</summary>
    Research = 8,
}
