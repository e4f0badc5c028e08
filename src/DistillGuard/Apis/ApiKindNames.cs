// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>
/// The names of APIs in logs and settings, both ways and without allocation. Names are compared exactly.
/// </summary>
public static class ApiKindNames
{
    private const string ChatCompletions = "openai.chat_completions";
    private const string Responses = "openai.responses";
    private const string Messages = "anthropic.messages";
    private const string GenerateContent = "google.generate_content";
    private const string Unknown = "unknown";

    /// <summary>The name of an API, for example <c>openai.responses</c>; <c>unknown</c> for any other value.</summary>
    public static string ToLogName(ApiKind api) => api switch
    {
        ApiKind.OpenAIChatCompletions => ChatCompletions,
        ApiKind.OpenAIResponses => Responses,
        ApiKind.AnthropicMessages => Messages,
        ApiKind.GoogleGenerateContent => GenerateContent,
        _ => Unknown,
    };

    /// <summary>Finds the API of a UTF-8 name.</summary>
    /// <returns>Whether the name belongs to an API; <c>unknown</c> does not.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out ApiKind api)
    {
        if (utf8.SequenceEqual("openai.chat_completions"u8))
        {
            api = ApiKind.OpenAIChatCompletions;
        }
        else if (utf8.SequenceEqual("openai.responses"u8))
        {
            api = ApiKind.OpenAIResponses;
        }
        else if (utf8.SequenceEqual("anthropic.messages"u8))
        {
            api = ApiKind.AnthropicMessages;
        }
        else if (utf8.SequenceEqual("google.generate_content"u8))
        {
            api = ApiKind.GoogleGenerateContent;
        }
        else
        {
            api = ApiKind.Unknown;
        }

        return api != ApiKind.Unknown;
    }

    /// <summary>Finds the API of a name.</summary>
    /// <returns>Whether the name belongs to an API; <c>unknown</c> does not.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ApiKind api)
    {
        api = text switch
        {
            ChatCompletions => ApiKind.OpenAIChatCompletions,
            Responses => ApiKind.OpenAIResponses,
            Messages => ApiKind.AnthropicMessages,
            GenerateContent => ApiKind.GoogleGenerateContent,
            _ => ApiKind.Unknown,
        };
        return api != ApiKind.Unknown;
    }
}
