// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Subjects;

namespace Acme.Gateway;

/// <summary>Adds regular-gaps.</summary>
public static class RegularGapsExtensions
{
    /// <summary>Adds the detector. Adding it again changes the same options.</summary>
    public static DistillationGuardBuilder AddRegularGaps(
        this DistillationGuardBuilder builder,
        Action<RegularGapsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<RegularGapsOptions>(RegularGapsDetector.DetectorName, configure, Create);
    }

    private static RegularGapsDetector Create(RegularGapsOptions options, SubjectLayout layout) => new(options, layout);
}
