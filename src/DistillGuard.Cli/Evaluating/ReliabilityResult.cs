// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>Whether the bar of a budget keeps it.</summary>
/// <param name="Stated">The budget: false accusations per benign account-day.</param>
/// <param name="Bar">The bar of an account at that budget.</param>
/// <param name="Observed">Benign account-days on which an account reached it by itself, or was first named with a group.</param>
/// <param name="Recall">Accounts of campaigns accused at it.</param>
internal sealed record ReliabilityResult(double Stated, double Bar, Rate Observed, Rate Recall);
