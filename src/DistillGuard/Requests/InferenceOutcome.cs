// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Requests;

/// <summary>What came back for one request.</summary>
public readonly ref struct InferenceOutcome
{
    /// <summary>The subjects of the request, from the verdict.</summary>
    public required SubjectKeys Subjects { get; init; }

    /// <summary>When the response ended. For a log that knows only the request's time, that time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>HTTP status; 0 when not known.</summary>
    public int Status { get; init; }

    /// <summary>Tokens of the request as billed; 0 when not known.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of the answer as billed; 0 when not known.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The provider's refusal category, for example <c>reasoning_extraction</c>; empty when there was none.</summary>
    public ReadOnlySpan<byte> Refusal { get; init; }

    /// <summary>The provider's word for why the answer ended.</summary>
    public ReadOnlySpan<byte> FinishReason { get; init; }

    /// <summary>
    /// The opaque reasoning blobs that the response issued, in the form in which later requests carry them. Where a log holds hashes in
    /// place of blobs, both sides must hold the same hashes.
    /// </summary>
    public ReasoningSignatures ReasoningSignatures { get; init; }

    /// <summary>
    /// Whether the request was turned away (status 400 and above) without an answer: by a limit, by an error, or by this guard. There is
    /// nothing in it to learn from, and retries of it must not raise a score. An answer that was billed and then cut off (status 499 in
    /// many gateways) was read up to there, so it is not turned away.
    /// </summary>
    public bool IsTurnedAway => Status >= 400 && OutputTokens <= 0;
}
