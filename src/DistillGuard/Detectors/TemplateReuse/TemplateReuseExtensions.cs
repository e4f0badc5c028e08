// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.TemplateReuse;

namespace DistillGuard;

/// <summary>Adds <c>template-reuse</c>.</summary>
public static class TemplateReuseExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs how many unrelated organizations share a rare template.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddTemplateReuse(
        this DistillationGuardBuilder builder,
        Action<TemplateReuseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<TemplateReuseOptions>(TemplateReuseAnalyzer.AnalyzerName, configure, Create);
    }

    private static TemplateReuseAnalyzer Create(TemplateReuseOptions options) => new(options);
}
