// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing.Benchmarks;

/// <summary>A prompt that rules are measured on.</summary>
/// <param name="User">What the user says.</param>
/// <param name="IsBenign">Whether no rule should hit it.</param>
/// <param name="System">The system prompt, or null.</param>
public sealed record BenchmarkPrompt(string User, bool IsBenign, string? System = null);
