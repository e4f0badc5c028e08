// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>What came back for one request, as far as the response tap could read it; texts are never kept.</summary>
/// <remarks>Filled by one exchange, then read only.</remarks>
public sealed class ExchangeAnswer
{
    /// <summary>HTTP status sent to the client; 0 when none was.</summary>
    public int Status { get; internal set; }

    /// <summary>The provider's id of the response; <see langword="null"/> when not known.</summary>
    public string? Id { get; internal set; }

    /// <summary>The model that answered; <see langword="null"/> when not known.</summary>
    public string? Model { get; internal set; }

    /// <summary>The provider's error code; <see langword="null"/> when there was none.</summary>
    public string? Error { get; internal set; }

    /// <summary>The provider's refusal category, for example <c>reasoning_extraction</c>; <see langword="null"/> when there was none.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>The provider's word for why the answer ended; <see langword="null"/> when not known.</summary>
    public string? FinishReason { get; internal set; }

    /// <summary>Tokens of the request as billed; 0 when not known.</summary>
    public long InputTokens { get; internal set; }

    /// <summary>Tokens of the answer as billed; 0 when not known.</summary>
    public long OutputTokens { get; internal set; }

    /// <summary>Input tokens that came from a cache; 0 when not known.</summary>
    public long CachedTokens { get; internal set; }

    /// <summary>Opaque reasoning blobs that the response issued, as later requests carry them. Bounded; what found no room is counted in <see cref="DroppedSignatures"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ReasoningSignatures => Issued;

    /// <summary>Reasoning blobs that found no room.</summary>
    public int DroppedSignatures { get; internal set; }

    /// <summary>Whether it came as server-sent events or another stream of parts.</summary>
    public bool IsStreamed { get; internal set; }

    /// <summary>Whether the client left before the answer was whole.</summary>
    public bool IsAborted { get; internal set; }

    /// <summary>From the request's arrival to the first byte sent to the client; zero when none was.</summary>
    public TimeSpan TimeToFirstByte { get; internal set; }

    /// <summary>From the request's arrival to the end of the exchange.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>Bytes of the body sent to the client.</summary>
    public long Bytes { get; internal set; }

    internal IssuedSignatures Issued { get; set; } = IssuedSignatures.None;
}
