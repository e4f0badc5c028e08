// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where the Responses API puts what is read of an answer.</summary>
/// <remarks>The events that carry the whole answer wrap it in <c>response</c>, which leaves no trace in a path.</remarks>
internal static class ResponsesAnswer
{
    private const ulong Id = (ulong)AnswerMember.Id;
    private const ulong Model = (ulong)AnswerMember.Model;
    private const ulong Type = (ulong)AnswerMember.Type;
    private const ulong Status = (ulong)AnswerMember.Status;
    private const ulong ErrorCode = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Code;
    private const ulong StreamErrorCode = (ulong)AnswerMember.Code;
    private const ulong ErrorType = ((ulong)AnswerMember.Error << 8) | (ulong)AnswerMember.Type;
    private const ulong IncompleteReason = ((ulong)AnswerMember.IncompleteDetails << 8) | (ulong)AnswerMember.Reason;
    private const ulong RefusalText = ((((ulong)AnswerMember.Output << 8) | (ulong)AnswerMember.Content) << 8) | (ulong)AnswerMember.Refusal;
    private const ulong ItemRefusalText = ((((ulong)AnswerMember.Item << 8) | (ulong)AnswerMember.Content) << 8) | (ulong)AnswerMember.Refusal;
    private const ulong InputTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.InputTokens;
    private const ulong CachedTokens = ((((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.InputTokensDetails) << 8) | (ulong)AnswerMember.CachedTokens;
    private const ulong OutputTokens = ((ulong)AnswerMember.Usage << 8) | (ulong)AnswerMember.OutputTokens;
    private const ulong OutputBlob = ((ulong)AnswerMember.Output << 8) | (ulong)AnswerMember.EncryptedContent;
    private const ulong ItemBlob = ((ulong)AnswerMember.Item << 8) | (ulong)AnswerMember.EncryptedContent;

    /// <summary>What the value at a path tells.</summary>
    public static AnswerField Find(ulong path) => path switch
    {
        Id => AnswerField.Id,
        Model => AnswerField.Model,
        Type => AnswerField.EventType,
        Status => AnswerField.Status,
        ErrorCode or StreamErrorCode => AnswerField.ErrorCode,
        ErrorType => AnswerField.ErrorType,
        IncompleteReason => AnswerField.FinishReason,
        RefusalText or ItemRefusalText => AnswerField.RefusalText,
        InputTokens => AnswerField.InputTokens,
        CachedTokens => AnswerField.CachedTokens,
        OutputTokens => AnswerField.OutputTokens,
        OutputBlob or ItemBlob => AnswerField.Signature,
        _ => AnswerField.None,
    };
}
