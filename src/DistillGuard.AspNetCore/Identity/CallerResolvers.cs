// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<CallerIdentity> ResolveAsync(HttpContext context)
    {
        var caller = new CallerIdentity();
        foreach (ICallerResolver resolver in _resolvers)
        {
            try
            {
                await resolver.ResolveAsync(context, caller).ConfigureAwait(false);
            }
            catch (Exception)
            {
                _tally.Count(GatewayEvent.ResolverFault);
            }
        }

        return caller;
    }
}
