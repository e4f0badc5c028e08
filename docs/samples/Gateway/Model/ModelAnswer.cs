// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>What the made-up model answers, before an API gives it its form.</summary>
internal sealed record ModelAnswer
{
    private static readonly string[] Vocabulary =
    [
        "the", "river", "turns", "slowly", "north", "while", "small", "boats", "carry", "bread", "and", "letters", "to", "a", "quiet", "town",
        "where", "every", "window", "keeps", "its", "own", "lamp", "until", "morning", "comes", "over", "green", "hills", "again",
    ];

    private static long _count;

    /// <summary>A number of its own, for ids.</summary>
    public string Number { get; } = Interlocked.Increment(ref _count).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>What was asked.</summary>
    public required ModelRequest Request { get; init; }

    /// <summary>The text in the pieces in which it is streamed.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>The tool called; <see langword="null"/> for none.</summary>
    public string? Tool => Request.Tool;

    /// <summary>What the tool is called with.</summary>
    public static string Arguments => """{"city":"Utrecht"}""";

    /// <summary>Why it ends, in the API's own word; <see langword="null"/> for the usual one.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Category of the refusal; <see langword="null"/> for none.</summary>
    public string? Refusal { get; init; }

    /// <summary>Opaque reasoning blobs.</summary>
    public required IReadOnlyList<string> Signatures { get; init; }

    /// <summary>Tokens of the request.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Input tokens from a cache.</summary>
    public required long CachedTokens { get; init; }

    /// <summary>The whole text.</summary>
    public string Text => string.Concat(Pieces);

    /// <summary>Makes the answer to a request as planned.</summary>
    public static ModelAnswer To(ModelRequest request, AnswerPlan plan)
    {
        string[] pieces = request.WantsJson ? ["{\"answer\":", "\"the lamp is lit\"}"] : Words(plan.Words);
        return new ModelAnswer
        {
            Request = request,
            Pieces = plan.Refusal is null ? pieces : ["I cannot help with that."],
            FinishReason = plan.FinishReason,
            Refusal = plan.Refusal,
            Signatures = plan.ReasoningSignatures ?? (request.WantsReasoning ? ["c2FtcGxlIHJlYXNvbmluZyBibG9i"] : []),
            InputTokens = plan.InputTokens ?? (request.Length / 4),
            OutputTokens = plan.OutputTokens ?? pieces.Length,
            CachedTokens = plan.CachedTokens,
        };
    }

    private static string[] Words(int count)
    {
        var words = new string[count];
        for (int i = 0; i < count; i++)
        {
            words[i] = (i == 0 ? string.Empty : " ") + Vocabulary[i % Vocabulary.Length];
        }

        return words;
    }
}
