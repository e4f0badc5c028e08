// SPDX-License-Identifier: MIT

using System.Text.Json.Serialization;

namespace DistillGuard.Benchmarks.Apis;

/// <summary>Generated readers of <see cref="StockBody"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StockBody.Chat))]
[JsonSerializable(typeof(StockBody.Responses))]
[JsonSerializable(typeof(StockBody.Messages))]
[JsonSerializable(typeof(StockBody.GenerateContent))]
internal sealed partial class StockJsonContext : JsonSerializerContext;
