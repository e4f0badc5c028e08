// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.ReleasePivot;

namespace DistillGuard;

/// <summary>Adds <c>release-pivot</c>.</summary>
public static class ReleasePivotExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs whether a group moved to a newly released model together. Tell the guard of releases with <see cref="DistillationGuard.RecordRelease"/>; without, it stays silent.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddReleasePivot(
        this DistillationGuardBuilder builder,
        Action<ReleasePivotOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<ReleasePivotOptions>(ReleasePivotAnalyzer.AnalyzerName, configure, Create);
    }

    private static ReleasePivotAnalyzer Create(ReleasePivotOptions options) => new(options);
}
