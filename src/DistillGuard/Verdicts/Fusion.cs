// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>What the policy made of a request's signals.</summary>
/// <param name="Score">Evidence in natural log-odds: families capped and added.</param>
/// <param name="Families">Families that carry enough evidence to count.</param>
/// <param name="Level">How the score stands against the bar.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fusion(float Score, SignalFamilies Families, VerdictLevel Level);
