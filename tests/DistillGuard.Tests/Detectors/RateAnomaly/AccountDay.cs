// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>One account-day of the oracle: when it began and how high it peaked.</summary>
internal sealed class AccountDay
{
    public AccountDay(DateTimeOffset start) => Start = start;

    public DateTimeOffset Start { get; }

    public double Peak { get; set; }
}
