// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Policies;
using DistillGuard.Requests;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says on endpoints which policy of the guard holds there.</summary>
public static class GuardEndpointExtensions
{
    /// <summary>Has the guard look at the endpoint's requests.</summary>
    /// <typeparam name="TBuilder">The endpoint's builder.</typeparam>
    /// <param name="builder">The endpoint, or a group of them: also what YARP's <c>MapReverseProxy</c> returns.</param>
    /// <param name="policy">The name of a policy; <see langword="null"/> for the default one.</param>
    /// <param name="api">The API the endpoint speaks, where its path does not tell.</param>
    public static TBuilder WithDistillGuard<TBuilder>(this TBuilder builder, string? policy = null, ApiKind api = ApiKind.Unknown)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Mark(GuardEndpointMetadata.Guarded(policy, api));
    }

    /// <summary>Has the guard pass the endpoint by: nothing is read, counted or handled there.</summary>
    /// <typeparam name="TBuilder">The endpoint's builder.</typeparam>
    /// <param name="builder">The endpoint, or a group of them.</param>
    public static TBuilder WithoutDistillGuard<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Mark(GuardEndpointMetadata.PassedBy);
    }

    private static TBuilder Mark<TBuilder>(this TBuilder builder, GuardEndpointMetadata metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
