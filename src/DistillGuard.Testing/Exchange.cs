// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>
/// What is sent and what comes back: one request and its outcome. Immutable; change a copy with <c>with</c>.
/// </summary>
public sealed record Exchange
{
    /// <summary>A prompt that nobody should mind.</summary>
    public const string NeutralPrompt = "Which rivers flow through the city, and where can I cross them on foot?";

    /// <summary>The user's text. Default: <see cref="NeutralPrompt"/>.</summary>
    public string Prompt { get; init; } = NeutralPrompt;

    /// <summary>The system text. Default: none.</summary>
    public string System { get; init; } = string.Empty;

    /// <summary>
    /// Opaque reasoning blobs that the request sends back as history, before the prompt. Default: none.
    /// </summary>
    public IReadOnlyList<string> CarriedReasoning { get; init; } = [];

    /// <summary>
    /// Fills the request by hand, instead of <see cref="System"/>, <see cref="CarriedReasoning"/> and
    /// <see cref="Prompt"/>: history, parameters, raw bytes.
    /// </summary>
    public Action<RequestBuffer>? Content { get; init; }

    /// <summary>The API it is sent to. Default: OpenAI Chat Completions.</summary>
    public ApiKind Api { get; init; } = ApiKind.OpenAIChatCompletions;

    /// <summary>Conversation id the host knows of. Default: none.</summary>
    public string Conversation { get; init; } = string.Empty;

    /// <summary>End-user id the host knows of. Default: none.</summary>
    public string EndUser { get; init; } = string.Empty;

    /// <summary>HTTP status of the answer. Default: 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Tokens of the request as billed. Default: 200.</summary>
    public long InputTokens { get; init; } = 200;

    /// <summary>Tokens of the answer as billed. Default: 300.</summary>
    public long OutputTokens { get; init; } = 300;

    /// <summary>Opaque reasoning blobs that the response issues. Default: none.</summary>
    public IReadOnlyList<string> IssuedReasoning { get; init; } = [];

    /// <summary>How long after the request the answer ended. Default: at once.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The provider's refusal category. Default: none.</summary>
    public string Refusal { get; init; } = string.Empty;

    /// <summary>The provider's word for why the answer ended. Default: <c>stop</c>.</summary>
    public string FinishReason { get; init; } = "stop";
}
