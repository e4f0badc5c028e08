// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>A bar, and what it stands on.</summary>
/// <param name="Bar">The score from which an accusation is made, in natural log-odds.</param>
/// <param name="Basis">What it stands on.</param>
/// <param name="Units">Benign account-days or group-days behind it.</param>
/// <param name="Exceeded">How many of them reached it.</param>
/// <param name="UpperRate">Upper 95 % confidence limit of how often a benign unit of this traffic reaches it; 0 to 1.</param>
public readonly record struct BarEstimate(float Bar, BarBasis Basis, long Units, int Exceeded, double UpperRate);
