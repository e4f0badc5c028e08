// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where the Messages API puts what is read of an answer.</summary>
/// <remarks><c>message_start</c> wraps the answer in <c>message</c>, which leaves no trace in a path. What a cache gave is not part of the input tokens here.</remarks>
internal static class MessagesAnswer
{
    private const ulong Id = (ulong)AnswerMember.Id;
    private const ulong Model = (ulong)AnswerMember.Model;
    private const ulong Type = (ulong)AnswerMember.Type;
    private const ulong ErrorType = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Type;
    private const ulong StopReason = (ulong)AnswerMember.StopReason;
    private const ulong DeltaStopReason = ((ulong)AnswerMember.Delta << 8) | (ulong)AnswerMember.StopReason;
    private const ulong Category = ((ulong)AnswerMember.StopDetails << 8) | (ulong)AnswerMember.Category;
    private const ulong DeltaCategory = ((((ulong)AnswerMember.Delta << 8) | (ulong)AnswerMember.StopDetails) << 8) | (ulong)AnswerMember.Category;
    private const ulong InputTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.InputTokens;
    private const ulong CacheReadTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.CacheReadInputTokens;
    private const ulong CacheCreationTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.CacheCreationInputTokens;
    private const ulong OutputTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.OutputTokens;
    private const ulong Signature = ((ulong)AnswerMember.Content << 8) | (ulong)AnswerMember.Signature;
    private const ulong RedactedThinking = ((ulong)AnswerMember.Content << 8) | (ulong)AnswerMember.Data;
    private const ulong BlockRedactedThinking = ((ulong)AnswerMember.ContentBlock << 8) | (ulong)AnswerMember.Data;
    private const ulong BlockSignature = ((ulong)AnswerMember.ContentBlock << 8) | (ulong)AnswerMember.Signature;
    private const ulong DeltaSignature = ((ulong)AnswerMember.Delta << 8) | (ulong)AnswerMember.Signature;

    /// <summary>What the value at a path tells.</summary>
    public static AnswerField Find(ulong path) => path switch
    {
        Id => AnswerField.Id,
        Model => AnswerField.Model,
        Type => AnswerField.EventType,
        ErrorType => AnswerField.ErrorCode,
        StopReason or DeltaStopReason => AnswerField.FinishReason,
        Category or DeltaCategory => AnswerField.RefusalCategory,
        InputTokens => AnswerField.InputTokens,
        CacheReadTokens => AnswerField.CachedTokensBeside,
        CacheCreationTokens => AnswerField.InputTokensBeside,
        OutputTokens => AnswerField.OutputTokens,
        Signature or RedactedThinking or BlockRedactedThinking => AnswerField.Signature,
        BlockSignature or DeltaSignature => AnswerField.SignaturePiece,
        _ => AnswerField.None,
    };
}
