// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>One event of a streamed answer.</summary>
/// <param name="Name">The event's name; <see langword="null"/> where the API names none.</param>
/// <param name="Data">What it carries.</param>
internal sealed record StreamEvent(string? Name, JsonNode Data);
