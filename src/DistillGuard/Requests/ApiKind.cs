// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>The API whose request body a gateway passes on.</summary>
public enum ApiKind : byte
{
    /// <summary>An API that no reader knows; its bodies are not evaluated.</summary>
    Unknown,

    /// <summary>
    /// OpenAI Chat Completions, <c>POST /v1/chat/completions</c>; <c>openai.chat_completions</c> in logs.
    /// </summary>
    OpenAIChatCompletions,

    /// <summary>OpenAI Responses, <c>POST /v1/responses</c>; <c>openai.responses</c> in logs.</summary>
    OpenAIResponses,

    /// <summary>Anthropic Messages, <c>POST /v1/messages</c>; <c>anthropic.messages</c> in logs.</summary>
    AnthropicMessages,

    /// <summary>
    /// Gemini <c>generateContent</c> and <c>streamGenerateContent</c>; <c>google.generate_content</c> in logs.
    /// </summary>
    GoogleGenerateContent,
}
