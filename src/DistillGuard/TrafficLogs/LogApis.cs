// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>The names traffic logs give to APIs.</summary>
internal static class LogApis
{
    public static ApiKind Find(ReadOnlySpan<char> name) => name switch
    {
        "openai.chat_completions" => ApiKind.OpenAIChatCompletions,
        "openai.responses" => ApiKind.OpenAIResponses,
        "anthropic.messages" => ApiKind.AnthropicMessages,
        "google.generate_content" => ApiKind.GoogleGenerateContent,
        _ => ApiKind.Unknown,
    };

    /// <summary>The name of an API; empty for <see cref="ApiKind.Unknown"/>.</summary>
    public static string Name(ApiKind api) => api switch
    {
        ApiKind.OpenAIChatCompletions => "openai.chat_completions",
        ApiKind.OpenAIResponses => "openai.responses",
        ApiKind.AnthropicMessages => "anthropic.messages",
        ApiKind.GoogleGenerateContent => "google.generate_content",
        _ => string.Empty,
    };
}
