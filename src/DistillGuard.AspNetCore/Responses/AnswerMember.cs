// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Names of members on the way to something that is read of an answer; all others are one and the same.</summary>
/// <remarks>Eight of them make a path: see <see cref="AnswerPath"/>. Two APIs that use one word share it.</remarks>
internal enum AnswerMember : byte
{
    /// <summary>A name that leads nowhere.</summary>
    Other = 0,

    Id,
    Model,
    ModelVersion,
    ResponseId,
    Type,
    Status,
    Code,
    Error,
    Choices,
    Candidates,
    FinishReason,
    Message,
    Response,
    Refusal,
    Usage,
    UsageMetadata,
    PromptTokens,
    CompletionTokens,
    InputTokens,
    OutputTokens,
    PromptTokensDetails,
    InputTokensDetails,
    CachedTokens,
    CacheReadInputTokens,
    CacheCreationInputTokens,
    PromptTokenCount,
    CandidatesTokenCount,
    ThoughtsTokenCount,
    ToolUsePromptTokenCount,
    CachedContentTokenCount,
    StopReason,
    StopDetails,
    Category,
    Delta,
    ContentBlock,
    Content,
    Parts,
    Signature,
    Data,
    ThoughtSignature,
    EncryptedContent,
    Output,
    Item,
    IncompleteDetails,
    Reason,
    PromptFeedback,
    BlockReason,
}
