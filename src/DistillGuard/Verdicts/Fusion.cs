// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>What the policy made of a request's signals.</summary>
/// <param name="Score">Evidence in natural log-odds: families capped and added.</param>
/// <param name="Families">Families that carry enough evidence to count.</param>
/// <param name="Accusable">The highest bar at which it would accuse; 0 or less when it would at none. What calibration measures.</param>
/// <param name="Level">How that stands against the bar.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fusion(float Score, SignalFamilies Families, float Accusable, VerdictLevel Level);
