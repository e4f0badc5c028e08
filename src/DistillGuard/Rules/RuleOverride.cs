// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>What an operator makes of one rule, whatever its document says.</summary>
public enum RuleOverride
{
    /// <summary>The rule is left out.</summary>
    Off,

    /// <summary>It is matched and counted, and weighs nothing: as if it were an idea.</summary>
    Experimental,

    /// <summary>It is matched and counted, and weighs nothing: as if it were being measured.</summary>
    Test,

    /// <summary>It weighs.</summary>
    Stable,
}
