// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>One outcome, as the guard was told.</summary>
internal sealed record RecordedOutcome(
    int Status,
    long InputTokens,
    long OutputTokens,
    string Refusal,
    string FinishReason,
    IReadOnlyList<string> Signatures,
    bool IsTurnedAway);
