// SPDX-License-Identifier: MIT

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Support;

/// <summary>What a test wants of a <see cref="GatewayHost"/>.</summary>
internal sealed class GatewaySetup
{
    public Transport Transport { get; init; }

    /// <summary>Whether the guard stands in the pipeline at all; without it the same host shows what clients would have got.</summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>Whether the test brings its own resolvers.</summary>
    public bool ResolvesItself { get; init; }

    public RequestDelegate Upstream { get; init; } = Upstreams.Ok;

    public Action<GatewayBuilder>? Gateway { get; init; }

    public Action<DistillationGuardBuilder>? Guard { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public Action<WebApplication>? Before { get; init; }

    public Action<WebApplication>? Endpoints { get; init; }

    public Action<KestrelServerOptions>? Kestrel { get; init; }

    public TimeProvider? Time { get; init; }
}
