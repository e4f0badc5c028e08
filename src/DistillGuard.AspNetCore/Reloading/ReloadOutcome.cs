// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>How the latest attempt to take something over ended.</summary>
public enum ReloadOutcome
{
    /// <summary>Nothing was tried: it stays as it was built.</summary>
    AsBuilt,

    /// <summary>The files were taken over.</summary>
    Applied,

    /// <summary>The files were not usable, and what was in use stays.</summary>
    Kept,
}
