// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Identity;

/// <summary>Asks all resolvers in turn; with none registered, the claims of the default names.</summary>
internal sealed class CallerResolvers
{
    private readonly ICallerResolver[] _resolvers;
    private readonly GatewayTally _tally;

    public CallerResolvers(IEnumerable<ICallerResolver> resolvers, GatewayTally tally)
    {
        ICallerResolver[] registered = [.. resolvers];
        _resolvers = registered.Length > 0 ? registered : [new ClaimsCallerResolver(new ClaimsCallerOptions())];
        _tally = tally;
    }

    public ValueTask<CallerIdentity> ResolveAsync(HttpContext context)
    {
        var caller = new CallerIdentity();
        for (int i = 0; i < _resolvers.Length; i++)
        {
            try
            {
                ValueTask resolving = _resolvers[i].ResolveAsync(context, caller);
                if (!resolving.IsCompletedSuccessfully)
                {
                    return GoOnAsync(context, caller, resolving, i + 1);
                }
            }
            catch (Exception)
            {
                _tally.Count(GatewayEvent.ResolverFault);
            }
        }

        return ValueTask.FromResult(caller);
    }

    // Most resolvers know at once; only those that ask somebody are waited for.
    private async ValueTask<CallerIdentity> GoOnAsync(HttpContext context, CallerIdentity caller, ValueTask resolving, int next)
    {
        while (true)
        {
            try
            {
                await resolving.ConfigureAwait(false);
                if (next == _resolvers.Length)
                {
                    return caller;
                }

                resolving = _resolvers[next++].ResolveAsync(context, caller);
            }
            catch (Exception)
            {
                _tally.Count(GatewayEvent.ResolverFault);
                resolving = ValueTask.CompletedTask;
            }
        }
    }
}
