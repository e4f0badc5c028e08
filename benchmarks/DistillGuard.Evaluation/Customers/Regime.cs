// SPDX-License-Identifier: MIT

namespace DistillGuard.Evaluation.Customers;

/// <summary>What accounts did between their history and now, attackers aside.</summary>
internal enum Regime
{
    /// <summary>Accounts of one application; each goes on with its task.</summary>
    NoDrift,

    /// <summary>Accounts of one application; each turns to a task of its own choice.</summary>
    OwnDrift,

    /// <summary>Accounts of one application; all turn to the same new task.</summary>
    CommonChange,

    /// <summary>Accounts of any applications; each turns to another task where its application has one.</summary>
    MixedApplications,
}
