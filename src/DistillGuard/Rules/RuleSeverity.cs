// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>How much a diagnostic matters.</summary>
public enum RuleSeverity
{
    /// <summary>The documents cannot be used.</summary>
    Error,

    /// <summary>They can be used, and something about them is probably not meant.</summary>
    Warning,
}
