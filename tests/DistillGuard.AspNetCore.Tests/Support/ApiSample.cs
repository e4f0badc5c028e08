// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Support;

/// <summary>A request to one API, what comes back plainly and as a stream, and what is to be read of it.</summary>
public sealed record ApiSample(ApiKind Api, string Path, string StreamPath, string Request, string Answer, string Stream)
{
    public string Finish { get; init; } = "stop";

    public string Id { get; init; } = "resp-1";

    public IReadOnlyList<string> Signatures { get; init; } = [];

    public long Cached { get; init; }

    public override string ToString() => Api.ToString();
}
