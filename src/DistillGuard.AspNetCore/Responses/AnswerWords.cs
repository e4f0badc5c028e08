// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>The words that answers end with, so that the usual ones are no new text every time.</summary>
internal static class AnswerWords
{
    private static readonly (byte[] Utf8, string Word)[] Usual =
    [
        .. new[]
        {
            "stop", "length", "tool_calls", "content_filter", "end_turn", "max_tokens", "stop_sequence", "tool_use", "pause_turn", "refusal",
            "completed", "in_progress", "queued", "incomplete", "failed", "max_output_tokens", "STOP", "MAX_TOKENS", "SAFETY",
        }.Select(word => (Encoding.UTF8.GetBytes(word), word)),
    ];

    /// <summary>Makes a text of a word.</summary>
    public static string Find(ReadOnlySpan<byte> word)
    {
        foreach ((byte[] utf8, string usual) in Usual)
        {
            if (word.SequenceEqual(utf8))
            {
                return usual;
            }
        }

        return Encoding.UTF8.GetString(word);
    }
}
