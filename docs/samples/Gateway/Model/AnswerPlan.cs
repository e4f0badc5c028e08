// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>How the made-up model shall answer one request, as the request's header <see cref="Header"/> says in JSON.</summary>
/// <remarks>A real provider knows no such header. Tests and replays use it to get the answer they need.</remarks>
internal sealed record AnswerPlan
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Sample-Answer";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default, // a header is ASCII
    };

    /// <summary>HTTP status; 400 and above gives an error body. Default: 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Tokens of the request as billed. Default: a quarter of the body's bytes.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens of the answer as billed. Default: as many as it has words.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Input tokens that came from a cache. Default: none.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Why the answer ends, in the API's own word. Default: the API's word for "it was whole".</summary>
    public string? FinishReason { get; init; }

    /// <summary>A refusal's category. Default: the model does not refuse.</summary>
    public string? Refusal { get; init; }

    /// <summary>Opaque reasoning blobs to issue. Default: one when the request asks for reasoning.</summary>
    public IReadOnlyList<string>? ReasoningSignatures { get; init; }

    /// <summary>Words of the answer. Default: 24.</summary>
    public int Words { get; init; } = 24;

    /// <summary>Milliseconds between two streamed events. Default: none.</summary>
    public int PauseMilliseconds { get; init; }

    /// <summary>After so many streamed events the connection breaks. Default: it does not.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>Whether the answer is compressed, if the client takes it. Default: it is not.</summary>
    public bool Gzip { get; init; }

    /// <summary>The plan a request carries; the default one when it carries none.</summary>
    public static AnswerPlan Of(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues json) && json.Count == 1
            ? JsonSerializer.Deserialize<AnswerPlan>(json[0]!, Format)!
            : new AnswerPlan();

    /// <summary>The header's value.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Format);
}
