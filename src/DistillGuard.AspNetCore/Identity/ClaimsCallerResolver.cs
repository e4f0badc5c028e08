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
        ClaimsPrincipal user = context.User;
        caller.Account ??= Find(user, _claims.Account);
        caller.Organization ??= Find(user, _claims.Organization);
        caller.Credential ??= Find(user, _claims.Credential);
        caller.Payment ??= Find(user, _claims.Payment);
        caller.Plan ??= Find(user, _claims.Plan);
        return ValueTask.CompletedTask;
    }

    private static string? Find(ClaimsPrincipal user, string claim) => claim.Length == 0 ? null : user.FindFirst(claim)?.Value;
}
