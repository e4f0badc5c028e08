// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.Regrowth;

namespace DistillGuard;

/// <summary>Adds <c>regrowth</c>.</summary>
public static class RegrowthExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs whether new accounts went on where suspended ones had to stop.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddRegrowth(
        this DistillationGuardBuilder builder,
        Action<RegrowthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<RegrowthOptions>(RegrowthAnalyzer.AnalyzerName, configure, Create);
    }

    private static RegrowthAnalyzer Create(RegrowthOptions options) => new(options);
}
