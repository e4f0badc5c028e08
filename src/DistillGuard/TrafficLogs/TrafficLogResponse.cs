// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// What a log says came back: borrowed UTF-8 text and numbers. Empty text and <see langword="null"/> mean "not known".
/// </summary>
public readonly ref struct TrafficLogResponse
{
    /// <summary>HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's response id, to be matched with a later request's <c>previous_response_id</c>.</summary>
    public ReadOnlySpan<byte> Id { get; init; }

    /// <summary>The model that served the request.</summary>
    public ReadOnlySpan<byte> Model { get; init; }

    /// <summary>Error code.</summary>
    public ReadOnlySpan<byte> Error { get; init; }

    /// <summary>The provider's refusal category.</summary>
    public ReadOnlySpan<byte> Refusal { get; init; }

    /// <summary>Keyed hash of the text sent back.</summary>
    public ReadOnlySpan<byte> TextHash { get; init; }

    /// <summary>Input tokens served from the provider's cache.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Input tokens as billed.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens as billed.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Why the answer ended, in the provider's own word.</summary>
    public ReadOnlySpan<byte> FinishReason { get; init; }

    /// <summary>Time from the request to the end of the answer.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Opaque reasoning blobs, or their hashes, that this response issued.</summary>
    public ReasoningSignatures ReasoningSignatures { get; init; }

    /// <summary>Whether anything is known of the response.</summary>
    public bool IsKnown =>
        Status.HasValue || !Id.IsEmpty || !Model.IsEmpty || !Error.IsEmpty || !Refusal.IsEmpty || !TextHash.IsEmpty
        || CachedTokens.HasValue || InputTokens.HasValue || OutputTokens.HasValue || !FinishReason.IsEmpty
        || Duration.HasValue || ReasoningSignatures.Count > 0;
}
