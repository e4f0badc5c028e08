// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Load.Loading;

/// <summary>One kind of load.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Api">The API spoken.</param>
/// <param name="IsStreamed">Whether answers are streamed.</param>
/// <param name="IsHttp2">Whether over HTTP/2; else HTTP/1.1 with connections kept.</param>
internal sealed record LoadKind(string Name, ApiKind Api, bool IsStreamed, bool IsHttp2)
{
    /// <summary>What is measured by default.</summary>
    public static IReadOnlyList<LoadKind> All { get; } =
    [
        new("chat, plain, HTTP/1.1", ApiKind.OpenAIChatCompletions, false, false),
        new("chat, streamed, HTTP/1.1", ApiKind.OpenAIChatCompletions, true, false),
        new("messages, streamed, HTTP/1.1", ApiKind.AnthropicMessages, true, false),
        new("chat, plain, HTTP/2", ApiKind.OpenAIChatCompletions, false, true),
        new("chat, streamed, HTTP/2", ApiKind.OpenAIChatCompletions, true, true),
    ];
}
