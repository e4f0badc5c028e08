// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Parts;

/// <summary>What a request costs.</summary>
/// <param name="Microseconds">On its own way.</param>
/// <param name="IntakeMicroseconds">Taking it in for the analysis plane, beside the requests.</param>
/// <param name="Bytes">Allocated.</param>
internal readonly record struct PartCost(double Microseconds, double IntakeMicroseconds, double Bytes);
