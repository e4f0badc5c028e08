// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.CoordinatedTiming;

namespace DistillGuard;

/// <summary>Adds <c>coordinated-timing</c>.</summary>
public static class CoordinatedTimingExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs whether exchanges are dealt out: taken in turn, or in equal portions.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddCoordinatedTiming(
        this DistillationGuardBuilder builder,
        Action<CoordinatedTimingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<CoordinatedTimingOptions>(CoordinatedTimingAnalyzer.AnalyzerName, configure, Create);
    }

    private static CoordinatedTimingAnalyzer Create(CoordinatedTimingOptions options) => new(options);
}
