// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>A simple rule: a score for every account.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Scores">The highest score of a day, by account.</param>
internal sealed record Baseline(string Name, IReadOnlyDictionary<string, double> Scores);
