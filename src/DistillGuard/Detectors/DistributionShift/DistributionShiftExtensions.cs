// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.DistributionShift;

namespace DistillGuard;

/// <summary>Adds <c>distribution-shift</c>.</summary>
public static class DistributionShiftExtensions
{
    /// <summary>
    /// Adds the analyzer that asks whether accounts tied by payment or network changed what they ask in one direction, unlike peers of the same
    /// surface and day. Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddDistributionShift(
        this DistillationGuardBuilder builder,
        Action<DistributionShiftOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<DistributionShiftOptions>(DistributionShiftAnalyzer.AnalyzerName, configure, Create);
    }

    private static DistributionShiftAnalyzer Create(DistributionShiftOptions options) => new(options);
}
