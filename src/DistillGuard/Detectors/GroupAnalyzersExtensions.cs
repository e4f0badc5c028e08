// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>Adds all analyzers of groups.</summary>
public static class GroupAnalyzersExtensions
{
    /// <summary>
    /// Adds every analyzer of groups that comes with the library, with its defaults: the analysis plane. Whoever adds them calls
    /// <see cref="DistillationGuard.Analyze(DateTimeOffset)"/> every second or so. An analyzer added before or after by itself keeps its options.
    /// </summary>
    public static DistillationGuardBuilder AddGroupAnalyzers(this DistillationGuardBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddTemplateReuse()
            .AddTemplateContent()
            .AddQuestionBank()
            .AddLinkedAccounts()
            .AddCoordinatedTiming()
            .AddRegrowth()
            .AddSamplingShape()
            .AddReleasePivot()
            .AddDistributionShift()
            .AddCoverage();
    }
}
