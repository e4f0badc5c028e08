// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.TemplateContent;

namespace DistillGuard;

/// <summary>Adds <c>template-content</c>.</summary>
public static class TemplateContentExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs what a shared template says: the prompt rules it matches. Without rules it stays silent.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddTemplateContent(
        this DistillationGuardBuilder builder,
        Action<TemplateContentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<TemplateContentOptions>(TemplateContentAnalyzer.AnalyzerName, configure, Create);
    }

    private static TemplateContentAnalyzer Create(TemplateContentOptions options) => new(options);
}
