// SPDX-License-Identifier: MIT

using System.Collections.Frozen;

namespace DistillGuard.AspNetCore.Policies;

/// <summary>All policies in force; immutable, swapped whole.</summary>
internal sealed class ActivePolicies : IDisposable
{
    private readonly FrozenDictionary<string, ActivePolicy> _named;

    public ActivePolicies(GatewayOptions options, TimeProvider time)
    {
        Default = new ActivePolicy(string.Empty, options.Default, time);
        _named = options.Policies.ToFrozenDictionary(
            policy => policy.Key, policy => new ActivePolicy(policy.Key, policy.Value, time), StringComparer.OrdinalIgnoreCase);
    }

    public ActivePolicy Default { get; }

    /// <summary>Finds a policy by name; no name is the default one.</summary>
    /// <returns>The policy, or <see langword="null"/> when there is none of that name.</returns>
    public ActivePolicy? Find(string? name) =>
        string.IsNullOrEmpty(name) ? Default : _named.GetValueOrDefault(name);

    public void Dispose()
    {
        Default.Dispose();
        foreach (ActivePolicy policy in _named.Values)
        {
            policy.Dispose();
        }
    }
}
