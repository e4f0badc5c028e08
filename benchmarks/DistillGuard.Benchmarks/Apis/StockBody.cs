// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Apis;

/// <summary>The bodies as classes for the source-generated serializer.</summary>
internal static class StockBody
{
    internal sealed record Chat(string? Model, double? Temperature, int? MaxCompletionTokens, bool Stream, ChatMessage[]? Messages);

    internal sealed record ChatMessage(string? Role, string? Content);

    internal sealed record Responses(
        string? Model, double? Temperature, int? MaxOutputTokens, bool Stream, string? Instructions, BlockMessage[]? Input);

    internal sealed record Messages(
        string? Model, double? Temperature, int? MaxTokens, bool Stream, string? System, [property: System.Text.Json.Serialization.JsonPropertyName("messages")] BlockMessage[]? List);

    internal sealed record BlockMessage(string? Role, Block[]? Content);

    internal sealed record Block(string? Type, string? Text);

    internal sealed record GenerateContent(PartMessage[]? Contents);

    internal sealed record PartMessage(string? Role, Block[]? Parts);
}
