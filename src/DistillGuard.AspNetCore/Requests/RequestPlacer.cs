// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Policies;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Decides whether a request is the guard's business, over which API it goes and which policy holds.</summary>
internal sealed class RequestPlacer
{
    private readonly GatewayOptions _options;
    private readonly Gateway _gateway;
    private readonly GatewayTally _tally;

    public RequestPlacer(GatewayOptions options, Gateway gateway, GatewayTally tally)
    {
        _options = options;
        _gateway = gateway;
        _tally = tally;
    }

    /// <summary>Places a request.</summary>
    /// <returns>Where it goes, or <see langword="null"/> when the guard passes it by.</returns>
    public RequestPlace? Place(HttpContext context)
    {
        GuardEndpointMetadata? metadata = context.GetEndpoint()?.Metadata.GetMetadata<GuardEndpointMetadata>();
        if (metadata is { IsGuarded: false } || !HttpMethods.IsPost(context.Request.Method))
        {
            return null;
        }

        RequestPlace? byPath = RequestPaths.Place(context.Request.Path.Value ?? string.Empty);
        if (byPath is { Form: not RequestForm.Unknown })
        {
            return byPath;
        }

        if (metadata is not null)
        {
            return OfApi(metadata.Api);
        }

        return _options.ApiOf?.Invoke(context) is { } api ? OfApi(api) : byPath;
    }

    /// <summary>The policy that holds for a request.</summary>
    public ActivePolicy PolicyOf(HttpContext context)
    {
        string? name = context.GetEndpoint()?.Metadata.GetMetadata<GuardEndpointMetadata>()?.Policy ?? _options.PolicyOf?.Invoke(context);
        ActivePolicies policies = _gateway.Policies;
        if (policies.Find(name) is { } policy)
        {
            return policy;
        }

        _tally.Count(GatewayEvent.UnknownPolicy);
        return policies.Default;
    }

    private static RequestPlace OfApi(ApiKind api) =>
        api == ApiKind.Unknown ? RequestPlace.Unknown : new RequestPlace(RequestForm.Single, api);
}
