// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>What the operator did to an account.</summary>
public enum EnforcementAction : byte
{
    /// <summary>Nothing: the entry is no enforcement.</summary>
    None,

    /// <summary>The account was shut out; <c>suspend</c>.</summary>
    Suspend,

    /// <summary>The account was let in again; <c>restore</c>.</summary>
    Restore,

    /// <summary>The account was slowed; <c>throttle</c>.</summary>
    Throttle,
}
