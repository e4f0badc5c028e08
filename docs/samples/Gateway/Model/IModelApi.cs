// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>One API's form of requests, answers, streams and errors.</summary>
internal interface IModelApi
{
    /// <summary>What ends a stream of this API, as the data of a last event; <see langword="null"/> for nothing.</summary>
    string? EndOfStream { get; }

    /// <summary>Reads a request's body.</summary>
    ModelRequest Read(JsonElement body);

    /// <summary>The answer in one piece.</summary>
    JsonObject Whole(ModelAnswer answer);

    /// <summary>The answer as a stream.</summary>
    IEnumerable<StreamEvent> Stream(ModelAnswer answer);

    /// <summary>An error.</summary>
    JsonObject Error(int status, string message);
}
