// SPDX-License-Identifier: MIT

namespace DistillGuard.Verdicts;

/// <summary>How a score stands against the bar.</summary>
public enum VerdictLevel : byte
{
    /// <summary>Below the bar, or without the second family of evidence where one is needed.</summary>
    None,

    /// <summary>At or above the bar of the operator's false-alarm budget.</summary>
    Elevated,

    /// <summary>At or above the bar of a tenth of the budget.</summary>
    High,
}
