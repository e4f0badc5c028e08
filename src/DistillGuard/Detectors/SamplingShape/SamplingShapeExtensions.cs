// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.SamplingShape;

namespace DistillGuard;

/// <summary>Adds <c>sampling-shape</c>.</summary>
public static class SamplingShapeExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs whether members ask for several answers to a prompt, or for log-probabilities.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddSamplingShape(
        this DistillationGuardBuilder builder,
        Action<SamplingShapeOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<SamplingShapeOptions>(SamplingShapeAnalyzer.AnalyzerName, configure, Create);
    }

    private static SamplingShapeAnalyzer Create(SamplingShapeOptions options) => new(options);
}
