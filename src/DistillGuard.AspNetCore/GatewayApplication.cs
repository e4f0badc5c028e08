// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore;
using DistillGuard.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the guard into the pipeline.</summary>
public static class GatewayApplication
{
    /// <summary>
    /// Has requests to a model looked at. Call it after <c>UseForwardedHeaders</c>, routing, authentication and authorization, and before what sends requests on.
    /// </summary>
    /// <param name="app">The pipeline; YARP's own, inside <c>MapReverseProxy</c>, will do as well.</param>
    /// <exception cref="InvalidOperationException"><c>AddDistillGuard().AddGateway()</c> was not called.</exception>
    /// <exception cref="DistillGuard.GuardConfigurationException">The guard or the gateway cannot be built as configured; it lists every problem.</exception>
    public static IApplicationBuilder UseDistillGuard(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.ApplicationServices.GetService<GatewayBuilder>() is null)
        {
            throw new InvalidOperationException(
                "UseDistillGuard finds no gateway among the services. Call builder.Services.AddDistillGuard(...).AddGateway(...) before the application is built.");
        }

        return app.UseMiddleware<GuardMiddleware>();
    }
}
