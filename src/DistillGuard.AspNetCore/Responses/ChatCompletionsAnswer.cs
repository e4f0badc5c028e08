// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where Chat Completions puts what is read of an answer; its stream has the same members, the usage in a last chunk without choices.</summary>
internal static class ChatCompletionsAnswer
{
    private const ulong Id = (ulong)AnswerMember.Id;
    private const ulong Model = (ulong)AnswerMember.Model;
    private const ulong ErrorCode = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Code;
    private const ulong ErrorType = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Type;
    private const ulong FinishReason = ((ulong)AnswerMember.Choices << 8) | (ulong)AnswerMember.FinishReason;
    private const ulong MessageRefusal = ((((ulong)AnswerMember.Choices << 8) | (ulong)AnswerMember.Message) << 8) | (ulong)AnswerMember.Refusal;
    private const ulong DeltaRefusal = ((((ulong)AnswerMember.Choices << 8) | (ulong)AnswerMember.Delta) << 8) | (ulong)AnswerMember.Refusal;
    private const ulong PromptTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.PromptTokens;
    private const ulong CachedTokens = ((((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.PromptTokensDetails) << 8) | (ulong)AnswerMember.CachedTokens;
    private const ulong CompletionTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.CompletionTokens;

    /// <summary>What the value at a path tells.</summary>
    public static AnswerField Find(ulong path) => path switch
    {
        Id => AnswerField.Id,
        Model => AnswerField.Model,
        ErrorCode => AnswerField.ErrorCode,
        ErrorType => AnswerField.ErrorType,
        FinishReason => AnswerField.FinishReason,
        MessageRefusal or DeltaRefusal => AnswerField.RefusalText,
        PromptTokens => AnswerField.InputTokens,
        CachedTokens => AnswerField.CachedTokens,
        CompletionTokens => AnswerField.OutputTokens,
        _ => AnswerField.None,
    };
}
