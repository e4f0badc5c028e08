// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Finds what a member's name means.</summary>
internal static class AnswerMembers
{
    /// <summary>The longest name that means anything, in bytes.</summary>
    public const int LongestName = 27;

    /// <summary>Finds a name. UTF-8 as it stands in the answer: one with escapes in it means nothing.</summary>
    public static AnswerMember Find(ReadOnlySpan<byte> name) => OfLength(name) ?? AnswerMember.Other;

    private static AnswerMember? OfLength(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => Is(name, "id"u8, AnswerMember.Id),
        4 => Is(name, "type"u8, AnswerMember.Type) ?? Is(name, "code"u8, AnswerMember.Code) ?? Is(name, "data"u8, AnswerMember.Data)
            ?? Is(name, "item"u8, AnswerMember.Item),
        5 => Is(name, "model"u8, AnswerMember.Model) ?? Is(name, "usage"u8, AnswerMember.Usage) ?? Is(name, "error"u8, AnswerMember.Error)
            ?? Is(name, "delta"u8, AnswerMember.Delta) ?? Is(name, "parts"u8, AnswerMember.Parts),
        6 => Is(name, "status"u8, AnswerMember.Status) ?? Is(name, "output"u8, AnswerMember.Output) ?? Is(name, "reason"u8, AnswerMember.Reason),
        7 => Is(name, "choices"u8, AnswerMember.Choices) ?? Is(name, "message"u8, AnswerMember.Message) ?? Is(name, "refusal"u8, AnswerMember.Refusal)
            ?? Is(name, "content"u8, AnswerMember.Content),
        8 => Is(name, "response"u8, AnswerMember.Response) ?? Is(name, "category"u8, AnswerMember.Category),
        9 => Is(name, "signature"u8, AnswerMember.Signature),
        10 => Is(name, "candidates"u8, AnswerMember.Candidates) ?? Is(name, "responseId"u8, AnswerMember.ResponseId),
        11 => Is(name, "stop_reason"u8, AnswerMember.StopReason) ?? Is(name, "blockReason"u8, AnswerMember.BlockReason),
        12 => Is(name, "input_tokens"u8, AnswerMember.InputTokens) ?? Is(name, "stop_details"u8, AnswerMember.StopDetails)
            ?? Is(name, "modelVersion"u8, AnswerMember.ModelVersion) ?? Is(name, "finishReason"u8, AnswerMember.FinishReason),
        13 => Is(name, "finish_reason"u8, AnswerMember.FinishReason) ?? Is(name, "prompt_tokens"u8, AnswerMember.PromptTokens)
            ?? Is(name, "output_tokens"u8, AnswerMember.OutputTokens) ?? Is(name, "cached_tokens"u8, AnswerMember.CachedTokens)
            ?? Is(name, "content_block"u8, AnswerMember.ContentBlock) ?? Is(name, "usageMetadata"u8, AnswerMember.UsageMetadata),
        14 => Is(name, "promptFeedback"u8, AnswerMember.PromptFeedback),
        16 => Is(name, "promptTokenCount"u8, AnswerMember.PromptTokenCount) ?? Is(name, "thoughtSignature"u8, AnswerMember.ThoughtSignature),
        17 => Is(name, "completion_tokens"u8, AnswerMember.CompletionTokens) ?? Is(name, "encrypted_content"u8, AnswerMember.EncryptedContent),
        18 => Is(name, "incomplete_details"u8, AnswerMember.IncompleteDetails) ?? Is(name, "thoughtsTokenCount"u8, AnswerMember.ThoughtsTokenCount),
        20 => Is(name, "input_tokens_details"u8, AnswerMember.InputTokensDetails)
            ?? Is(name, "candidatesTokenCount"u8, AnswerMember.CandidatesTokenCount),
        21 => Is(name, "prompt_tokens_details"u8, AnswerMember.PromptTokensDetails),
        23 => Is(name, "cache_read_input_tokens"u8, AnswerMember.CacheReadInputTokens)
            ?? Is(name, "toolUsePromptTokenCount"u8, AnswerMember.ToolUsePromptTokenCount)
            ?? Is(name, "cachedContentTokenCount"u8, AnswerMember.CachedContentTokenCount),
        27 => Is(name, "cache_creation_input_tokens"u8, AnswerMember.CacheCreationInputTokens),
        _ => null,
    };

    private static AnswerMember? Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known, AnswerMember member) =>
        name.SequenceEqual(known) ? member : null;
}
