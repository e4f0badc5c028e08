// SPDX-License-Identifier: MIT

using System.Security.Claims;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Identity;

/// <summary>Reads who a caller is from the claims of the authenticated user. Safe on any thread.</summary>
public sealed class ClaimsCallerResolver : ICallerResolver
{
    private readonly ClaimsCallerOptions _claims;

    /// <summary>Reads claims of these names.</summary>
    public ClaimsCallerResolver(ClaimsCallerOptions claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        _claims = claims;
    }

    /// <inheritdoc/>
    public ValueTask ResolveAsync(HttpContext context, CallerIdentity caller)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);

        // One walk for all five: each search of its own would walk, and allocate, again.
        foreach (ClaimsIdentity identity in context.User.Identities)
        {
            foreach (Claim claim in identity.Claims)
            {
                Take(claim, caller);
            }
        }

        return ValueTask.CompletedTask;
    }

    // What an earlier resolver, or an earlier claim of the name, said stays.
    private void Take(Claim claim, CallerIdentity caller)
    {
        string type = claim.Type;
        caller.Account ??= Is(type, _claims.Account) ? claim.Value : null;
        caller.Organization ??= Is(type, _claims.Organization) ? claim.Value : null;
        caller.Credential ??= Is(type, _claims.Credential) ? claim.Value : null;
        caller.Payment ??= Is(type, _claims.Payment) ? claim.Value : null;
        caller.Plan ??= Is(type, _claims.Plan) ? claim.Value : null;
    }

    private static bool Is(string type, string name) => name.Length > 0 && type.Equals(name, StringComparison.OrdinalIgnoreCase);
}
