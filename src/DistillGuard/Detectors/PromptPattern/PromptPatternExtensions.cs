// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.PromptPattern;
using DistillGuard.Rules;

namespace DistillGuard;

/// <summary>Adds <c>prompt-pattern</c>.</summary>
public static class PromptPatternExtensions
{
    /// <summary>
    /// Adds the detector that weighs prompts matching rules: the catalogue that comes with the library, and what
    /// <see cref="DistillationGuardBuilder.UseRules"/> adds. Adding it again changes the same options.
    /// </summary>
    /// <param name="builder">The guard being built.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <param name="builtInRules">Whether the library's catalogue is used. Without it and without own rules the detector stays silent.</param>
    public static DistillationGuardBuilder AddPromptPattern(
        this DistillationGuardBuilder builder,
        Action<PromptPatternOptions>? configure = null,
        bool builtInRules = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builtInRules)
        {
            builder.UseRules(BuiltInRuleSets.Sources());
        }

        return builder.Add<PromptPatternOptions>(PromptPatternDetector.DetectorName, configure, Create);
    }

    private static PromptPatternDetector Create(PromptPatternOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
