// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Policies;

/// <summary>What an endpoint says about the guard. Immutable; the last one on an endpoint holds.</summary>
public sealed class GuardEndpointMetadata
{
    private GuardEndpointMetadata(bool isGuarded, string? policy, ApiKind api)
    {
        IsGuarded = isGuarded;
        Policy = policy;
        Api = api;
    }

    /// <summary>Says that the guard passes the endpoint by.</summary>
    public static GuardEndpointMetadata PassedBy { get; } = new(isGuarded: false, policy: null, ApiKind.Unknown);

    /// <summary>Whether the guard looks at the endpoint's requests.</summary>
    public bool IsGuarded { get; }

    /// <summary>The name of the policy; <see langword="null"/> for the default one.</summary>
    public string? Policy { get; }

    /// <summary>The API the endpoint speaks; <see cref="ApiKind.Unknown"/> when the path decides.</summary>
    public ApiKind Api { get; }

    /// <summary>Says that the guard looks at the endpoint's requests.</summary>
    /// <param name="policy">The name of a policy; <see langword="null"/> for the default one.</param>
    /// <param name="api">The API the endpoint speaks, where its path does not tell.</param>
    public static GuardEndpointMetadata Guarded(string? policy = null, ApiKind api = ApiKind.Unknown) => new(isGuarded: true, policy, api);
}
