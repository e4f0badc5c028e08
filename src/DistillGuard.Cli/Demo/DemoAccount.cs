// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Cli.Demo;

/// <summary>A made-up customer of the sample log.</summary>
internal sealed record DemoAccount
{
    public required string Id { get; init; }

    public required string Organization { get; init; }

    public required string Plan { get; init; }

    public required string Payment { get; init; }

    public required string Country { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required ClientAddress Address { get; init; }

    public required ApiKind Api { get; init; }

    public required string Model { get; init; }

    public required string UserAgent { get; init; }

    public required string Fingerprint { get; init; }

    public DeclaredUses Declared { get; init; }
}
