// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Demo;

/// <summary>A made-up exchange of the sample log.</summary>
/// <param name="Time">When the request came.</param>
/// <param name="Account">Who sent it.</param>
/// <param name="Instructions">The system prompt; empty for none.</param>
/// <param name="Prompt">What the user wrote.</param>
/// <param name="AnswerTokens">Tokens of the answer.</param>
internal sealed record DemoExchange(
    DateTimeOffset Time, DemoAccount Account, string Instructions, string Prompt, int AnswerTokens);
