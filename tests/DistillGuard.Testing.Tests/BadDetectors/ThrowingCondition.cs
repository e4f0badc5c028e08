// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing.BadDetectors;

/// <summary>When a <see cref="ThrowingDetector"/> throws.</summary>
public enum ThrowingCondition
{
    /// <summary>At every request.</summary>
    Always,

    /// <summary>The request has no text.</summary>
    NoParts,

    /// <summary>The text has a million bytes.</summary>
    LongText,

    /// <summary>The text is no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>The host does not know the plan.</summary>
    NoPlan,

    /// <summary>The temperature is infinite.</summary>
    Infinity,

    /// <summary>A negative number of answers is asked for.</summary>
    NegativeCount,

    /// <summary>The request arrives at the end of time.</summary>
    EndOfTime,

    /// <summary>The request arrives at the beginning of time.</summary>
    BeginningOfTime,

    /// <summary>A role is none of the enum's.</summary>
    UnknownRole,

    /// <summary>The tokens of an outcome do not fit when added.</summary>
    TokenOverflow,
}
