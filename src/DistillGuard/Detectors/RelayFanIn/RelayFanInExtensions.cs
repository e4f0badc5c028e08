// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.RelayFanIn;

namespace DistillGuard;

/// <summary>Adds <c>relay-fan-in</c>.</summary>
public static class RelayFanInExtensions
{
    /// <summary>
    /// Adds the detector that tells accounts behind which many people stand: resale or a platform, never evidence of distillation. Adding it
    /// again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddRelayFanIn(
        this DistillationGuardBuilder builder,
        Action<RelayFanInOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<RelayFanInOptions>(RelayFanInDetector.DetectorName, configure, Create);
    }

    private static RelayFanInDetector Create(RelayFanInOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
