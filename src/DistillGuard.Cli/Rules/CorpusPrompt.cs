// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Rules;

/// <summary>A prompt of a corpus.</summary>
/// <param name="System">The system prompt, or null.</param>
/// <param name="User">What the user says.</param>
/// <param name="Family">Label and family where the corpus gives them; otherwise "all".</param>
internal sealed record CorpusPrompt(string? System, string User, string Family);
