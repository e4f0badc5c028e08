// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>How often a detector threw and was skipped.</summary>
/// <param name="Detector">The detector's name.</param>
/// <param name="Count">Number of faults since the guard was built.</param>
public readonly record struct DetectorFaults(string Detector, long Count);
