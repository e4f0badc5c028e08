// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Where a rule stands in its life.</summary>
public enum RuleStatus : byte
{
    /// <summary><c>experimental</c>: an idea. It is matched and counted, and weighs nothing.</summary>
    Experimental,

    /// <summary><c>test</c>: being measured on real traffic. It is matched and counted, and weighs nothing.</summary>
    Test,

    /// <summary><c>stable</c>: it weighs.</summary>
    Stable,
}
