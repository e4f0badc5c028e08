// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>What <c>rate-anomaly</c> measures of an account.</summary>
internal enum RateMeasure
{
    /// <summary>Recent requests.</summary>
    Requests,

    /// <summary>Recent tokens, in and out, as billed.</summary>
    Tokens,

    /// <summary>Recent rate as a multiple of the account's own past, in percent.</summary>
    Ramp,

    /// <summary>Hours of use without a rest.</summary>
    Stretch,
}
