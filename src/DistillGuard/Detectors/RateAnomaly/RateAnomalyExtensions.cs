// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.RateAnomaly;

namespace DistillGuard;

/// <summary>Adds <c>rate-anomaly</c>.</summary>
public static class RateAnomalyExtensions
{
    /// <summary>
    /// Adds the detector that compares an account's requests and tokens with its own past and with accounts of the same plan and
    /// declared use. Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddRateAnomaly(
        this DistillationGuardBuilder builder,
        Action<RateAnomalyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<RateAnomalyOptions>(RateAnomalyDetector.DetectorName, configure, Create);
    }

    private static RateAnomalyDetector Create(RateAnomalyOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
