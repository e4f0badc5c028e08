// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Which reasons for ending an answer are refusals.</summary>
internal static class AnswerRefusal
{
    /// <summary>A refusal that the provider puts in no category.</summary>
    public const string Unnamed = "refusal";

    /// <summary>The category of a refusal that only the reason tells.</summary>
    /// <returns>The category, or <see langword="null"/> when the reason is no refusal.</returns>
    public static string? Of(string? finishReason) => finishReason switch
    {
        "content_filter" or Unnamed => finishReason,
        "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "IMAGE_SAFETY" or "IMAGE_PROHIBITED_CONTENT" or "IMAGE_RECITATION" => finishReason,
        _ => null,
    };
}
