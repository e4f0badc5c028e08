// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Identity;

/// <summary>A resolver made of one function; what an earlier one found stays.</summary>
internal sealed class DelegateCallerResolver : ICallerResolver
{
    private readonly Func<HttpContext, CallerIdentity?> _resolve;

    public DelegateCallerResolver(Func<HttpContext, CallerIdentity?> resolve) => _resolve = resolve;

    public ValueTask ResolveAsync(HttpContext context, CallerIdentity caller)
    {
        if (_resolve(context) is { } found)
        {
            caller.FillFrom(found);
        }

        return ValueTask.CompletedTask;
    }
}
