// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where Gemini puts what is read of an answer; its stream is an array of such answers, or events with one each.</summary>
internal static class GenerateContentAnswer
{
    private const ulong ResponseId = (ulong)AnswerMember.ResponseId;
    private const ulong ModelVersion = (ulong)AnswerMember.ModelVersion;
    private const ulong ErrorStatus = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Status;
    private const ulong ErrorCode = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Code;
    private const ulong FinishReason = ((ulong)AnswerMember.Candidates << 8) | (ulong)AnswerMember.FinishReason;
    private const ulong BlockReason = ((ulong)AnswerMember.PromptFeedback << 8) | (ulong)AnswerMember.BlockReason;
    private const ulong PromptTokens = ((ulong)AnswerMember.UsageMetadata << 8) | (ulong)AnswerMember.PromptTokenCount;
    private const ulong ToolUseTokens = ((ulong)AnswerMember.UsageMetadata << 8) | (ulong)AnswerMember.ToolUsePromptTokenCount;
    private const ulong CachedTokens = ((ulong)AnswerMember.UsageMetadata << 8) | (ulong)AnswerMember.CachedContentTokenCount;
    private const ulong CandidatesTokens = ((ulong)AnswerMember.UsageMetadata << 8) | (ulong)AnswerMember.CandidatesTokenCount;
    private const ulong ThoughtsTokens = ((ulong)AnswerMember.UsageMetadata << 8) | (ulong)AnswerMember.ThoughtsTokenCount;
    private const ulong ThoughtSignature = ((((((ulong)AnswerMember.Candidates << 8) | (ulong)AnswerMember.Content) << 8) | (ulong)AnswerMember.Parts) << 8) | (ulong)AnswerMember.ThoughtSignature;

    /// <summary>What the value at a path tells.</summary>
    public static AnswerField Find(ulong path) => path switch
    {
        ResponseId => AnswerField.Id,
        ModelVersion => AnswerField.Model,
        ErrorStatus => AnswerField.ErrorCode,
        ErrorCode => AnswerField.ErrorType,
        FinishReason => AnswerField.FinishReason,
        BlockReason => AnswerField.RefusalCategory,
        PromptTokens => AnswerField.InputTokens,
        ToolUseTokens => AnswerField.InputTokensBeside,
        CachedTokens => AnswerField.CachedTokens,
        CandidatesTokens => AnswerField.OutputTokens,
        ThoughtsTokens => AnswerField.OutputTokensBeside,
        ThoughtSignature => AnswerField.Signature,
        _ => AnswerField.None,
    };
}
