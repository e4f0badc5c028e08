// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.UpstreamRefusal;

namespace DistillGuard;

/// <summary>Adds <c>upstream-refusal</c>.</summary>
public static class UpstreamRefusalExtensions
{
    /// <summary>
    /// Adds the detector that counts the prompts a provider refused as attempts to extract its model, and compares accounts with those of the same
    /// plan and declared use. Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddUpstreamRefusal(
        this DistillationGuardBuilder builder,
        Action<UpstreamRefusalOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<UpstreamRefusalOptions>(UpstreamRefusalDetector.DetectorName, configure, Create);
    }

    private static UpstreamRefusalDetector Create(UpstreamRefusalOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
