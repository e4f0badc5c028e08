// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>What the gateway did about a verdict.</summary>
public enum GuardAction
{
    /// <summary>Nothing: the request went on as it came.</summary>
    Observe,

    /// <summary>The request went on with a header for the upstream.</summary>
    Annotate,

    /// <summary>The request waited for, or was refused by, the rate of its standing.</summary>
    Throttle,

    /// <summary>The request was answered with a challenge: prove who you are, or what you declared.</summary>
    Challenge,

    /// <summary>The request was refused.</summary>
    Refuse,
}
