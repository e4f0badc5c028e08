// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>What a value in an answer tells, whatever the API calls it.</summary>
internal enum AnswerField
{
    /// <summary>Nothing that is read.</summary>
    None,

    /// <summary>The provider's id of the answer.</summary>
    Id,

    /// <summary>The model that answered.</summary>
    Model,

    /// <summary>The kind of an event in a stream.</summary>
    EventType,

    /// <summary>How far the answer is, where the API says so beside the reason it ended.</summary>
    Status,

    /// <summary>The provider's error code.</summary>
    ErrorCode,

    /// <summary>The kind of an error, where there is no code.</summary>
    ErrorType,

    /// <summary>Why the answer ended.</summary>
    FinishReason,

    /// <summary>The provider's category of a refusal.</summary>
    RefusalCategory,

    /// <summary>The text of a refusal; that there is one is all that is read.</summary>
    RefusalText,

    /// <summary>Tokens of the request.</summary>
    InputTokens,

    /// <summary>Tokens of the request that came from a cache, where they are part of <see cref="InputTokens"/>.</summary>
    CachedTokens,

    /// <summary>Tokens of the request that came from a cache, where they are counted beside <see cref="InputTokens"/>.</summary>
    CachedTokensBeside,

    /// <summary>Other tokens of the request that are counted beside <see cref="InputTokens"/>.</summary>
    InputTokensBeside,

    /// <summary>Tokens of the answer.</summary>
    OutputTokens,

    /// <summary>Other tokens of the answer that are counted beside <see cref="OutputTokens"/>.</summary>
    OutputTokensBeside,

    /// <summary>A reasoning signature.</summary>
    Signature,

    /// <summary>A piece of a reasoning signature; the next ones follow.</summary>
    SignaturePiece,
}
