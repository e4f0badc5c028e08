// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>When the accounts of a <see cref="GroupPlan"/> send.</summary>
public enum Dispatch
{
    /// <summary>Each account by itself, at any time.</summary>
    Independent,

    /// <summary>Each account by itself, several exchanges a minute or two apart, then nothing for long: as people do.</summary>
    Sittings,

    /// <summary>One queue that is dealt to the accounts in turn.</summary>
    Turns,

    /// <summary>All accounts at the same full hours, as scheduled jobs do.</summary>
    FullHours,
}
