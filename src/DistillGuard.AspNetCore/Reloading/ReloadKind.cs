// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>What can be replaced while the guard works.</summary>
public enum ReloadKind
{
    /// <summary>The rules that prompts are matched with.</summary>
    Rules,

    /// <summary>What benign traffic looks like.</summary>
    Calibration,

    /// <summary>The regions that the terms do not cover.</summary>
    Regions,
}
