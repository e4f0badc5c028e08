// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>Options of <c>rate-anomaly</c>.</summary>
public sealed class RateAnomalyOptions : IGuardOptions
{
    /// <summary>How fast recent requests and tokens are forgotten. One minute to one day; default one hour.</summary>
    public TimeSpan RecentHalfLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How fast the account's own past is forgotten. One hour to 90 days; default three days.</summary>
    public TimeSpan PastHalfLife { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How fast the cohort's account-days are forgotten. One hour to 365 days; default seven days.</summary>
    public TimeSpan CohortHalfLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A rest that ends a stretch of use. 30 minutes to 12 hours; default three hours.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromHours(3);

    /// <summary>
    /// Account-days that a cohort must have shown before anything is said about its members. 20 to 1,000,000; default 200. Nothing
    /// rarer than one in this many can be told.
    /// </summary>
    public double MinimumCohort { get; set; } = 200;

    /// <summary>
    /// The share of account-days that may be above what is called usual. 0.0001 to 0.1; default 0.01. Only peaks rarer than this
    /// weigh anything.
    /// </summary>
    public double UsualShare { get; set; } = 0.01;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(RecentHalfLife), RecentHalfLife, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        problems.CheckRange(nameof(PastHalfLife), PastHalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        problems.CheckRange(nameof(CohortHalfLife), CohortHalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        problems.CheckRange(nameof(Rest), Rest, TimeSpan.FromMinutes(30), TimeSpan.FromHours(12));
        problems.CheckRange(nameof(MinimumCohort), MinimumCohort, 20, 1_000_000);
        problems.CheckRange(nameof(UsualShare), UsualShare, 0.0001, 0.1);
        if (PastHalfLife < 4 * RecentHalfLife)
        {
            problems.Add(
                $"{nameof(PastHalfLife)} ({PastHalfLife}) must be at least four times {nameof(RecentHalfLife)} ({RecentHalfLife}), or the past is the present and no ramp shows.");
        }
    }
}
