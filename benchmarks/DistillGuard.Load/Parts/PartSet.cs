// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway;

namespace DistillGuard.Load.Parts;

/// <summary>How much of the guard stands in a pipeline.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Detectors">Adds the detectors; <see langword="null"/> leaves the guard out.</param>
/// <param name="IsObserved">Whether metrics, the page and the names of accounts are told.</param>
internal sealed record PartSet(string Name, Func<DistillationGuardBuilder, DistillationGuardBuilder>? Detectors, bool IsObserved)
{
    /// <summary>Each has all of the one before it.</summary>
    public static IReadOnlyList<PartSet> All { get; } =
    [
        new("nothing", null, false),
        new("middleware, body, answer; no detectors", static guard => guard, false),
        new("and all detectors of the sample", static guard => guard.AddDetectors(), false),
        new("and metrics, page, names", static guard => guard.AddDetectors(), true),
    ];
}
