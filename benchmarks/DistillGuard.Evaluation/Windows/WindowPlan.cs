// SPDX-License-Identifier: MIT

namespace DistillGuard.Evaluation.Windows;

/// <summary>How much of the protocol of windows is run.</summary>
/// <param name="Sizes">Texts in a window.</param>
/// <param name="Windows">Windows of each size and share of attackers, in each split.</param>
/// <param name="Seeds">How many times the benign texts are split.</param>
/// <param name="Level">The level of the tests.</param>
/// <param name="Normalise">Whether the texts are normalised.</param>
/// <param name="OnlyOurs">Whether the methods of others are left out.</param>
internal sealed record WindowPlan(int[] Sizes, int Windows, int Seeds, double Level, bool Normalise, bool OnlyOurs);
