// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.Coverage;

namespace DistillGuard;

/// <summary>Adds <c>coverage</c>.</summary>
public static class CoverageExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that asks whether the accounts, taken together, sweep more topics than as many of their peers. Adding it again changes
    /// the same options.
    /// </summary>
    public static DistillationGuardBuilder AddCoverage(this DistillationGuardBuilder builder, Action<CoverageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<CoverageOptions>(CoverageAnalyzer.AnalyzerName, configure, Create);
    }

    private static CoverageAnalyzer Create(CoverageOptions options) => new(options);
}
