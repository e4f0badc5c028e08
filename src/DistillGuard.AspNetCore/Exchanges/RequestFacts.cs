// SPDX-License-Identifier: MIT

using System.Net;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>What is true of a request as a whole, however many items it carries.</summary>
internal sealed class RequestFacts
{
    public required DateTimeOffset Time { get; init; }

    public required string Policy { get; init; }

    public required CallerIdentity Caller { get; init; }

    public IPAddress? Address { get; init; }

    public string? UserAgent { get; init; }
}
