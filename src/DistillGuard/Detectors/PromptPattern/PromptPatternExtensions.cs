// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.PromptPattern;

namespace DistillGuard;

/// <summary>Adds <c>prompt-pattern</c>.</summary>
public static class PromptPatternExtensions
{
    /// <summary>
    /// Adds the detector that weighs prompts matching rules. The rules come from <see cref="DistillationGuardBuilder.UseRules"/>;
    /// without any it stays silent. Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddPromptPattern(
        this DistillationGuardBuilder builder,
        Action<PromptPatternOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<PromptPatternOptions>(PromptPatternDetector.DetectorName, configure, Create);
    }

    private static PromptPatternDetector Create(PromptPatternOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
