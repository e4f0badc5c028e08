// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The benign traffic that a calibration was made from. Immutable; safe on any thread.</summary>
/// <param name="Exchanges">Exchanges evaluated; at least 1.</param>
/// <param name="Accounts">Accounts that sent them.</param>
/// <param name="AccountDays">Pairs of an account and a day, in UTC, on which it sent one.</param>
/// <param name="WatchedDays">Days, in UTC, on which groups were watched: all but the first, on which nothing is known to be common.</param>
/// <param name="GroupDays">Pairs of a group of accounts and a watched day on which it was tested.</param>
/// <param name="From">Time of the earliest exchange.</param>
/// <param name="To">Time of the latest exchange.</param>
public sealed record CalibrationTraffic(
    long Exchanges,
    long Accounts,
    long AccountDays,
    long WatchedDays,
    long GroupDays,
    DateTimeOffset From,
    DateTimeOffset To);
